'use client'
import type { Choices } from '#domain/notice/choices.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { minuteOf, timeOf } from './minute-words.ts'

const EVENING = { from: 20 * 60, to: 7 * 60 }
const MORNING = 8 * 60

type QuietFieldsProps = { readonly choices: Choices; readonly onChange: (choices: Choices) => void }

/** When nothing is sent, and whether mail comes soon or once a day. The bell is never silent: it makes no sound. */
export function QuietFields({ choices, onChange }: QuietFieldsProps) {
  const t = useT('told')
  const { quiet, mailAt } = choices
  const set = (next: Choices['quiet']) => onChange({ ...choices, quiet: next })
  return (
    <>
      <fieldset className="field">
        <legend className="lab">{t('quiet.title')}</legend>
        <span className="hint">{t('quiet.hint')}</span>
        {(['office', 'own', 'none'] as const).map((kind) => (
          <label className="told-pick" key={kind}>
            <input
              type="radio"
              name="tenang"
              checked={quiet.kind === kind}
              onChange={() => set(kind === 'own' ? { kind, ...EVENING } : { kind })}
            />
            {t(`quiet.${kind}`)}
          </label>
        ))}
        {quiet.kind === 'own' ? (
          <div className="told-times">
            <Time label={t('quiet.from')} minute={quiet.from} onChange={(from) => set({ ...quiet, from })} />
            <Time label={t('quiet.to')} minute={quiet.to} onChange={(to) => set({ ...quiet, to })} />
            <span className="hint">{quiet.from > quiet.to ? t('quiet.overnight') : t('wit')}</span>
          </div>
        ) : null}
      </fieldset>
      <fieldset className="field">
        <legend className="lab">{t('daily.title')}</legend>
        <label className="told-pick">
          <input
            type="radio"
            name="harian"
            checked={mailAt === null}
            onChange={() => onChange({ ...choices, mailAt: null })}
          />
          {t('daily.soon')}
        </label>
        <label className="told-pick">
          <input
            type="radio"
            name="harian"
            checked={mailAt !== null}
            onChange={() => onChange({ ...choices, mailAt: MORNING })}
          />
          {t('daily.once')}
        </label>
        {mailAt === null ? null : (
          <div className="told-times">
            <Time
              label={t('daily.at')}
              minute={mailAt}
              onChange={(at) => onChange({ ...choices, mailAt: at })}
            />
            <span className="hint">{t('wit')}</span>
          </div>
        )}
      </fieldset>
    </>
  )
}

function Time({
  label,
  minute,
  onChange,
}: {
  readonly label: string
  readonly minute: number
  readonly onChange: (minute: number) => void
}) {
  return (
    <label className="told-time">
      {label}
      <input
        type="time"
        defaultValue={timeOf(minute)}
        onBlur={({ target }) => {
          const next = minuteOf(target.value)
          if (next !== undefined && next !== minute) onChange(next)
        }}
      />
    </label>
  )
}
