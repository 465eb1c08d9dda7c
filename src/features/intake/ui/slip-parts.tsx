'use client'
import type { Text } from '#domain/shared/text.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'

/** What both receipts say in pairs: the true one and the provisional one. */
export function SlipFacts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The papers that were given, with their pages. */
export function SlipPapers({
  papers,
}: {
  readonly papers: readonly { readonly label: Text; readonly count: number }[]
}) {
  const t = useT('intake')
  const text = useText()
  if (papers.length === 0) return <p>{t('receipt.noPapers')}</p>
  return (
    <ul className="ticks">
      {papers.map((paper) => (
        <li key={paper.label.id}>
          {text(paper.label)}
          {paper.count > 1 ? ` (${t('receipt.pages', { n: paper.count })})` : ''}
        </li>
      ))}
    </ul>
  )
}

/** What the same family handed in with it. */
export function SlipRelated({ lines }: { readonly lines: readonly string[] }) {
  const t = useT('intake')
  if (lines.length === 0) return null
  return (
    <>
      <h2 className="title">{t('receipt.related')}</h2>
      <ul className="ticks">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
