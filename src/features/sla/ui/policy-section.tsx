'use client'
import { useState } from 'react'
import { STAGE } from '#domain/case/stage.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { Policy, Standard } from '#domain/sla/time-rules.ts'
import { api } from '#client/trpc.ts'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { PolicyAhead } from './policy-ahead.tsx'
import { SettingForm, SettingSection } from './setting-section.tsx'

export type PolicyDraft = {
  readonly validFrom: string
  readonly source: string
  readonly standards: DraftStandard[]
}
type DraftStandard = {
  service: Standard['service']
  kind?: string
  birthLate?: boolean
  promise: { days: number } | { minutes: number }
  lawDays: number
  stages: { [stage in Stage]?: number }
}

type PolicySectionProps = {
  readonly policies: readonly Policy[]
  readonly places: { readonly [code: string]: string }
  readonly busy: boolean
  readonly onSend: ((policy: PolicyDraft) => Promise<boolean>) | undefined
}

const SHOWN: readonly Stage[] = [
  'SUBMITTED',
  'FORWARDED',
  'VERIFICATION',
  'SIAK_ENTRY',
  'VALIDATION',
  'HEAD_APPROVAL',
  'AWAITING_TTE',
  'ISSUED',
]

/** The standard in force and those to come. A new one begins on a day from today on; a case keeps that of its own day. */
export function PolicySection({ policies, places, busy, onSend }: PolicySectionProps) {
  const t = useT('calendar')
  const locale = useLocale()
  const latest = policies.toSorted((a, b) => b.version - a.version)
  const [newest] = latest
  const form =
    onSend &&
    newest &&
    ((close: () => void) => (
      <PolicyForm
        policy={newest}
        places={places}
        busy={busy}
        onSend={async (draft) => {
          if (await onSend(draft)) close()
        }}
        onCancel={close}
      />
    ))
  return (
    <SettingSection title={t('policy.title')} open={t('policy.new')} form={form}>
      {latest.map((policy) => (
        <details key={policy.version} open={policy === newest}>
          <summary>
            {t('policy.version', { n: policy.version, from: longDate(policy.validFrom, locale) })}{' '}
            {policy.source}
          </summary>
          <Standards standards={policy.standards} />
        </details>
      ))}
    </SettingSection>
  )
}

function nameOf(t: ReturnType<typeof useT>, { service, birthLate, kind }: Standard): string {
  const late = birthLate === undefined ? '' : birthLate ? `, ${t('policy.late')}` : `, ${t('policy.onTime')}`
  return `${t(`service.${service}`)}${late}${kind ? `, ${kind}` : ''}`
}

function Standards({ standards }: { readonly standards: readonly Standard[] }) {
  const t = useT('calendar')
  const text = useText()
  const hours = new Intl.NumberFormat(useLocale() === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })
  return (
    <div className="scroll">
      <table className="hours-table">
        <thead>
          <tr>
            <th scope="col">{t('policy.service')}</th>
            <th scope="col">{t('policy.promise')}</th>
            <th scope="col">{t('policy.law')}</th>
            {SHOWN.map((stage) => (
              <th key={stage} scope="col">
                {text(STAGE[stage].label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standards.map((one) => (
            <tr key={nameOf(t, one)}>
              <th scope="row">{nameOf(t, one)}</th>
              <td>
                {'days' in one.promise
                  ? t('policy.days', { n: one.promise.days })
                  : t('policy.hours', { n: hours.format(one.promise.minutes / 60) })}
              </td>
              <td>{t('policy.calendarDays', { n: one.lawDays })}</td>
              {SHOWN.map((stage) => (
                <td key={stage}>{one.stages[stage] ? hours.format((one.stages[stage] ?? 0) / 60) : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type PolicyFormProps = Pick<PolicySectionProps, 'places'> & {
  readonly policy: Policy
  readonly busy: boolean
  readonly onSend: (policy: PolicyDraft) => Promise<void>
  readonly onCancel: () => void
}

/** Promise and hours of each line, as they were, to be changed. */
function PolicyForm({ policy, places, busy, onSend, onCancel }: PolicyFormProps) {
  const t = useT('calendar')
  const text = useText()
  const [from, setFrom] = useState('')
  const [source, setSource] = useState('')
  const [lines, setLines] = useState(() => policy.standards.map(draftOf))
  const [sent, setSent] = useState(false)
  const change = (at: number, part: (line: DraftStandard) => DraftStandard) =>
    setLines(lines.map((line, place) => (place === at ? part(line) : line)))
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(from) && source.trim().length > 2
  const draft = whole ? { validFrom: from, source: source.trim(), standards: lines } : undefined
  function send() {
    setSent(true)
    if (draft) void onSend(draft)
  }
  return (
    <SettingForm
      save={t('policy.save')}
      busy={busy}
      onSend={send}
      onCancel={onCancel}
      ahead={
        draft ? (
          <PolicyAhead
            asked={JSON.stringify({ ...draft, source: '' })}
            ask={() => api.time.previewPolicy.query(draft)}
            places={places}
          />
        ) : null
      }
    >
      <Field
        label={t('policy.from')}
        hint={t('policy.fromHint')}
        error={sent && from === '' ? t('error.day') : undefined}
      >
        <input className="input" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field
        label={t('policy.source')}
        error={sent && source.trim().length < 3 ? t('error.words') : undefined}
      >
        <input
          className="input"
          value={source}
          onChange={(event) => setSource(event.target.value)}
          maxLength={200}
        />
      </Field>
      {lines.map((line, at) => (
        <fieldset key={nameOf(t, line)}>
          <legend>{nameOf(t, line)}</legend>
          <label>
            <span className="label">{t('policy.promiseDays')}</span>
            <input
              className="input"
              type="number"
              min={0}
              max={365}
              value={'days' in line.promise ? line.promise.days : Math.round(line.promise.minutes / 450)}
              onChange={(event) =>
                change(at, (one) => ({ ...one, promise: { days: Number(event.target.value) } }))
              }
            />
          </label>
          {SHOWN.filter((stage) => line.stages[stage] !== undefined).map((stage) => (
            <label key={stage}>
              <span className="label">{text(STAGE[stage].label)}</span>
              <input
                className="input"
                type="number"
                min={0}
                max={1000}
                step={0.5}
                value={(line.stages[stage] ?? 0) / 60}
                onChange={(event) =>
                  change(at, (one) => ({
                    ...one,
                    stages: { ...one.stages, [stage]: Math.round(Number(event.target.value) * 60) },
                  }))
                }
              />
            </label>
          ))}
        </fieldset>
      ))}
    </SettingForm>
  )
}

function draftOf({ service, kind, birthLate, promise, lawDays, stages }: Standard): DraftStandard {
  return {
    service,
    ...(kind === undefined ? {} : { kind }),
    ...(birthLate === undefined ? {} : { birthLate }),
    promise: { ...promise },
    lawDays,
    stages: { ...stages },
  }
}
