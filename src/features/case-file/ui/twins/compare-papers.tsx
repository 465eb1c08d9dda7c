'use client'
import { Link2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { CaseView } from '#domain/case/case-view.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { bytesInWords, dayInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import type { Sheet } from '../paper-sheets.ts'
import { sheetsOf } from '../paper-sheets.ts'
import type { ViewTransform } from '../view-transform.ts'
import { CompareGlass } from './compare-glass.tsx'

type ComparePapersProps = { readonly left: CaseView; readonly right: CaseView }
const START: ViewTransform = { scale: 1, x: 0, y: 0, turn: 0 }
const ignore = () => undefined

/** The same paper of both cases under two glasses that move together, so that one looks twice at the same place. */
export function ComparePapers({ left, right }: ComparePapersProps) {
  const t = useT('twins')
  const text = useText()
  const sheets = useMemo(() => [left, right].map(papersOf), [left, right])
  const rules = useMemo(() => rulesOf(sheets), [sheets])
  const [picked, setPicked] = useState<string>()
  const [together, setTogether] = useState(true)
  const [views, setViews] = useState<readonly [ViewTransform, ViewTransform]>([START, START])
  // One function per glass that stays the same: a glass fits its paper again whenever its function changes.
  const changes = useMemo(
    () =>
      [0, 1].map((index) => (next: (view: ViewTransform) => ViewTransform) => {
        setViews(([one, other]) => [
          together || index === 0 ? next(one) : one,
          together || index === 1 ? next(other) : other,
        ])
      }),
    [together],
  )
  const rule = picked ?? rules[0]?.id
  if (rule === undefined) return null
  return (
    <section className="compare-papers" aria-label={t('compare.papers')}>
      <div className="compare-tools">
        <select
          aria-label={t('papers.which')}
          value={rule}
          onChange={(event) => setPicked(event.target.value)}
        >
          {rules.map(({ id, label }) => (
            <option key={id} value={id}>
              {text(label)}
            </option>
          ))}
        </select>
        <label className="pick">
          <input type="checkbox" checked={together} onChange={(event) => setTogether(event.target.checked)} />
          <Link2 className="ic" aria-hidden /> {t('papers.together')}
        </label>
      </div>
      <div className="compare-glasses">
        {[left, right].map((view, index) => (
          <Glass
            key={view.file.id}
            view={view}
            sheet={sheets[index]?.find((sheet) => sheet.ruleId === rule)}
            at={views[index] ?? START}
            change={changes[index] ?? ignore}
          />
        ))}
      </div>
    </section>
  )
}

type GlassProps = {
  readonly view: CaseView
  readonly sheet: Sheet | undefined
  readonly at: ViewTransform
  readonly change: (next: (view: ViewTransform) => ViewTransform) => void
}

function Glass({ view, sheet, at, change }: GlassProps) {
  const t = useT('twins')
  const text = useText()
  const locale = useLocale()
  const paper = sheet?.paper
  const number = view.file.number ?? t('compare.draft')
  if (!sheet || !paper) {
    return (
      <div className="viewer-empty">
        <strong>{number}</strong>
        <p>{t('papers.none')}</p>
      </div>
    )
  }
  const size = paper.bytes === null ? '' : `, ${bytesInWords(paper.bytes, locale)}`
  const measured = view.pages[paper.fileId]
  return (
    <div className="compare-glass">
      <p className="compare-paper">
        <b>{number}</b> {dayInWit(paper.at, locale)}
        {size}
      </p>
      <CompareGlass
        key={paper.fileId}
        paper={paper}
        label={`${number}: ${text(sheet.label)}`}
        ratio={measured?.width && measured.height ? measured.height / measured.width : undefined}
        view={at}
        change={change}
      />
    </div>
  )
}

function papersOf(view: CaseView): readonly Sheet[] {
  const { file, now } = view
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  return kind ? sheetsOf(file, kind, now).filter((sheet) => sheet.paper && sheet.ruleId !== undefined) : []
}

/** Papers that both have come first. */
function rulesOf(
  sheets: readonly (readonly Sheet[])[],
): readonly { readonly id: string; readonly label: Sheet['label'] }[] {
  const all = new Map(sheets.flat().map((sheet) => [sheet.ruleId ?? '', sheet.label]))
  const inBoth = (id: string) => sheets.every((one) => one.some((sheet) => sheet.ruleId === id))
  return [...all]
    .map(([id, label]) => ({ id, label }))
    .sort((one, other) => Number(inBoth(other.id)) - Number(inBoth(one.id)))
}
