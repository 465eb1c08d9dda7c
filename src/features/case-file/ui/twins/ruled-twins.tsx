'use client'
import Link from 'next/link'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { TwinRuling } from '#domain/case/twin-ruling.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { momentWords } from '../case-words.ts'
import { comparePath } from './compare-path.ts'

/** What was decided of pairs: who, what, when and why. One that lies beyond the reader's area has no name and no way to it. */
export function RuledTwins({ file, now }: { readonly file: CaseFile; readonly now: number }) {
  const t = useT('twins')
  const rulings = file.twins ?? []
  if (rulings.length === 0) return null
  return (
    <>
      <h3 className="case-group">{t('section.ruled')}</h3>
      <ul className="case-twins">
        {rulings.map((ruling) => (
          <li key={`${ruling.other}${ruling.at}`}>
            <Ruling ruling={ruling} caseId={file.id} now={now} />
          </li>
        ))}
      </ul>
    </>
  )
}

type RulingProps = { readonly ruling: TwinRuling; readonly caseId: string; readonly now: number }

function Ruling({ ruling, caseId, now }: RulingProps) {
  const t = useT('twins')
  const locale = useLocale()
  const number =
    ruling.other === '' ? t('ruled.elsewhere') : (ruling.number ?? t('compare.draft').toLowerCase())
  const words = t(`ruled.${ruling.ruling}`, {
    name: ruling.by.name,
    number,
    at: momentWords(ruling.at, now, locale),
  })
  return (
    <>
      {ruling.other === '' ? (
        <span>{words}</span>
      ) : (
        <Link href={comparePath(caseId, ruling.other)}>{words}</Link>
      )}
      {ruling.reason ? <span>{t('ruled.reason', { reason: ruling.reason })}</span> : null}
    </>
  )
}
