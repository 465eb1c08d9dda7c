'use client'
import { CircleAlert, CircleCheck, CircleDashed, CircleMinus } from 'lucide-react'
import type { ChecklistItem } from '#domain/case/case-file.ts'
import { checkField } from '#domain/case/here.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { clockTime } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { wordsFor } from './case-words.ts'
import { useDesk } from './desk.ts'
import { SeenBy, writesIn } from './seen-by.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { useTyped } from './use-typed.ts'

const ICON = {
  ok: CircleCheck,
  problem: CircleAlert,
  notApplicable: CircleMinus,
  unchecked: CircleDashed,
} as const
const LEAST_GROUND = 3

type ChecklistProps = { readonly current: string | undefined; readonly onPick: (ruleId: string) => void }

/** Each paper of this situation: in order, not applicable (why), or a problem (what). Marks are taken back the same way. */
export function Checklist({ current, onPick }: ChecklistProps) {
  const t = useT('case')
  const text = useText()
  const { file, kind, now, mayNot, trouble } = useDesk()
  const done = file.checklist.filter((item) => item.result === 'ok' || item.result === 'notApplicable').length
  const refusal = mayNot('checkItem')
  if (file.checklist.length === 0) return null
  return (
    <section aria-label={t('check.title')}>
      <h2>
        {t('check.title')} <span>{t('check.count', { n: done, of: file.checklist.length })}</span>
      </h2>
      <ul className="check">
        {file.checklist.map((item) => (
          <Item
            key={item.ruleId}
            item={item}
            label={text(
              kind.papers.find((rule) => rule.id === item.ruleId)?.label ?? {
                id: item.ruleId,
                en: item.ruleId,
              },
            )}
            on={item.ruleId === current}
            canMark={refusal === undefined}
            onPick={() => onPick(item.ruleId)}
          />
        ))}
      </ul>
      {refusal?.why === 'not-held' ? (
        <p className="why">{text(wordsOf(refusal, wordsFor(kind, now)))}</p>
      ) : null}
      {trouble?.command.type === 'checkItem' ? <TroubleNote trouble={trouble} /> : null}
    </section>
  )
}

function Item({
  item,
  label,
  on,
  canMark,
  onPick,
}: {
  readonly item: ChecklistItem
  readonly label: string
  readonly on: boolean
  readonly canMark: boolean
  readonly onPick: () => void
}) {
  const t = useT('case')
  const { file, run } = useDesk()
  const [typed, setTyped] = useTyped(file.id, `check-${item.ruleId}`, {
    result: undefined as 'notApplicable' | 'problem' | undefined,
    ground: '',
  })
  const marked = typed.result ?? item.result
  const Icon = ICON[item.result]
  const mark = (result: ChecklistItem['result'], ground?: string) => {
    void run({ type: 'checkItem', ruleId: item.ruleId, result, ...(ground === undefined ? {} : { ground }) })
    setTyped({ result: undefined, ground: '' })
  }
  const short = typed.ground.trim().length < LEAST_GROUND
  const tone = item.result === 'problem' ? 'w' : item.result === 'unchecked' ? 'n' : ''
  return (
    <li className={tone}>
      <Icon className="ic" aria-hidden />
      <button type="button" className="name" aria-current={on || undefined} onClick={onPick}>
        {label}
        <SeenBy who={writesIn(checkField(item.ruleId))} />
      </button>
      <small>
        {item.result === 'unchecked'
          ? t('check.unchecked')
          : item.result === 'problem'
            ? t('check.problem')
            : item.result === 'notApplicable'
              ? t('check.notApplicable')
              : item.at === undefined
                ? t('check.ok')
                : clockTime(item.at)}
      </small>
      {item.ground ? <span className="ground">{item.ground}</span> : null}
      {canMark && (on || typed.result !== undefined) ? (
        <div className="marks" role="group" aria-label={t('check.mark', { paper: label })}>
          <Button
            small
            aria-pressed={marked === 'ok'}
            onClick={() => mark(item.result === 'ok' ? 'unchecked' : 'ok')}
          >
            {t('check.ok')}
          </Button>
          <Button
            small
            aria-pressed={marked === 'problem'}
            onClick={() => setTyped((all) => ({ ...all, result: 'problem' }))}
          >
            {t('check.problem')}
          </Button>
          <Button
            small
            aria-pressed={marked === 'notApplicable'}
            onClick={() => setTyped((all) => ({ ...all, result: 'notApplicable' }))}
          >
            {t('check.notApplicable')}
          </Button>
        </div>
      ) : null}
      {typed.result !== undefined ? (
        <form
          className="ground case-write"
          onSubmit={(event) => {
            event.preventDefault()
            if (!short && typed.result !== undefined) mark(typed.result, typed.ground.trim())
          }}
        >
          <label className="label" htmlFor={`ground-${item.ruleId}`}>
            {typed.result === 'problem' ? t('check.what') : t('check.why')}
          </label>
          <textarea
            id={`ground-${item.ruleId}`}
            data-field={checkField(item.ruleId)}
            value={typed.ground}
            maxLength={2000}
            autoFocus
            onChange={(event) => setTyped((all) => ({ ...all, ground: event.target.value }))}
          />
          <div className="marks">
            <Button
              small
              variant="primary"
              type="submit"
              disabledBecause={short ? t('check.groundMissing') : undefined}
            >
              {t('check.save')}
            </Button>
            <Button small variant="quiet" onClick={() => setTyped({ result: undefined, ground: '' })}>
              {t('act.back')}
            </Button>
          </div>
        </form>
      ) : null}
    </li>
  )
}
