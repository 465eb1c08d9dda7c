'use client'
import { Check, FileText, Minus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useT, useText } from '#i18n/messages-provider.tsx'
import type { Sheet } from './paper-sheets.ts'
import { looksAt, SeenBy } from './seen-by.tsx'

type PaperRailProps = {
  readonly sheets: readonly Sheet[]
  readonly current: string | undefined
  readonly onPick: (key: string) => void
}

/** All papers at the left, each with the state of its line of the checklist. */
export function PaperRail({ sheets, current, onPick }: PaperRailProps) {
  const t = useT('case')
  return (
    <nav className="case-rail" aria-label={t('rail.title')}>
      {sheets.map((sheet) => (
        <Thumb key={sheet.key} sheet={sheet} on={sheet.key === current} onPick={() => onPick(sheet.key)} />
      ))}
    </nav>
  )
}

function Thumb({
  sheet,
  on,
  onPick,
}: {
  readonly sheet: Sheet
  readonly on: boolean
  readonly onPick: () => void
}) {
  const t = useT('case')
  const text = useText()
  const [bare, setBare] = useState(false)
  const state = stateOf(sheet)
  return (
    <button
      type="button"
      className={on ? 'case-thumb on' : 'case-thumb'}
      aria-current={on || undefined}
      title={`${text(sheet.label)}: ${t(`rail.${state}`)}`}
      onClick={onPick}
    >
      <span className={sheet.paper ? 'sheet' : 'sheet empty'}>
        {sheet.paper && !bare ? (
          <img
            src={`/papers/${sheet.paper.fileId}/thumb`}
            alt=""
            loading="lazy"
            onError={() => setBare(true)}
          />
        ) : (
          <FileText className="ic l" aria-hidden />
        )}
        {sheet.paper ? (
          <SeenBy who={looksAt([sheet.paper.fileId, ...sheet.older.map((one) => one.fileId)])} />
        ) : null}
        {state === 'ok' || state === 'document' ? <Check className="ic badge" aria-hidden /> : null}
        {state === 'problem' ? <TriangleAlert className="ic badge w" aria-hidden /> : null}
        {state === 'unchecked' || state === 'notApplicable' || state === 'missing' ? (
          <Minus className="ic badge n" aria-hidden />
        ) : null}
      </span>
      <span className="name">{text(sheet.label)}</span>
      <span className="vh">{t(`rail.${state}`)}</span>
    </button>
  )
}

function stateOf(sheet: Sheet): 'ok' | 'problem' | 'unchecked' | 'notApplicable' | 'missing' | 'document' {
  if (sheet.source !== 'paper') return 'document'
  if (
    sheet.item?.result === 'notApplicable' ||
    sheet.item?.result === 'ok' ||
    sheet.item?.result === 'problem'
  )
    return sheet.item.result
  return sheet.paper ? 'unchecked' : 'missing'
}
