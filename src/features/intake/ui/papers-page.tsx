'use client'
import type { DraftPaper, DraftView } from '#domain/intake/draft-view.ts'
import type { PaperRule } from '#domain/service/service-definition.ts'
import { useT } from '#i18n/messages-provider.tsx'
import type { Draft } from './draft.ts'
import { PaperLine } from './paper-line.tsx'
import type { PaperSender, Sending } from './paper-sender.ts'
import { unmended } from './faults.ts'
import type { Open } from './locked.ts'

type Props = {
  readonly draft: Draft
  readonly view: DraftView
  readonly sender: PaperSender
  readonly sending: readonly Sending[]
  readonly needed: readonly PaperRule[]
  /** Every paper that the kind knows: what was given and is no longer needed is still shown. */
  readonly known: readonly PaperRule[]
  /** What may be changed here. */
  readonly open: Open
}

/** The papers that this situation needs, and only those. */
export function PapersPage({ draft, view, sender, sending, needed, known, open }: Props) {
  const t = useT('intake')
  const present = view.papers.filter((paper) => paper.replacedBy === undefined)
  const extra = known.filter(
    (rule) => !needed.includes(rule) && present.some((paper) => paper.ruleId === rule.id),
  )
  const mayRemove = (paper: DraftPaper) =>
    view.stage === 'DRAFT' || (view.returned !== null && paper.addedAt > view.returned.at)
  const line = (rule: PaperRule) => (
    <PaperLine
      key={rule.id}
      rule={rule}
      papers={present.filter((paper) => paper.ruleId === rule.id)}
      sending={sending.filter((one) => one.ruleId === rule.id)}
      fault={unmended(view).find((fault) => fault.ruleId === rule.id)?.instruction}
      mayRemove={mayRemove}
      mayAdd={open.paper(
        rule.id,
        present.some((paper) => paper.ruleId === rule.id),
      )}
      mayReplace={open.page}
      onFiles={(files, replaces) => {
        for (const file of files) void sender.add(file, rule.id, replaces?.fileId)
      }}
      onRemove={(paper) => void draft.run({ type: 'removePaper', fileId: paper.fileId })}
      onDrop={(id) => void sender.drop(id)}
    />
  )
  return (
    <>
      {needed.length === 0 ? (
        <p className="second">{t('papers.none')}</p>
      ) : (
        <ul className="rq">{needed.map(line)}</ul>
      )}
      {extra.length > 0 ? (
        <>
          <h3 className="title">{t('papers.extra')}</h3>
          <ul className="rq">{extra.map(line)}</ul>
        </>
      ) : null}
      <p className="second">{t('remind.free')}</p>
    </>
  )
}
