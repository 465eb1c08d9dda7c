'use client'
import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useId } from 'react'
import type { AnswerValue } from '#domain/service/answers.ts'
import type { Field, Finding } from '#domain/service/service-definition.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { ChoiceInput } from './choice-input.tsx'
import { ColleagueHere } from './colleague-here.tsx'
import { DateInput } from './date-input.tsx'
import { NumberInput } from './number-input.tsx'
import { NegeriInput, RegencyInput } from './place-input.tsx'

type Props = {
  readonly field: Field
  readonly optional: boolean
  readonly value: AnswerValue | undefined
  readonly findings: readonly Finding[]
  readonly onChange: (value: AnswerValue | null) => void
  readonly onLeave: () => void
  /** The name that colleagues see me write under; a column of a list has none of its own. */
  readonly said?: string
}

const YES_NO = [
  { value: 'yes', label: { id: 'Ya', en: 'Yes' } },
  { value: 'no', label: { id: 'Tidak', en: 'No' } },
] as const

/** One answer: label, hint, what is wrong with it, and the control of its kind. */
export function AnswerField({ field, optional, value, findings, onChange, onLeave, said }: Props) {
  const t = useT('intake')
  const text = useText()
  const id = useId()
  const error = findings.find((finding) => finding.level === 'error')
  const doubt = findings.find((finding) => finding.level === 'warning')
  const described =
    [error ? `${id}-error` : '', field.hint ? `${id}-hint` : '', doubt ? `${id}-doubt` : '']
      .filter(Boolean)
      .join(' ') || undefined
  const inner = { id, describedBy: described, invalid: error !== undefined, onLeave }
  const plain = {
    id,
    onLeave,
    'aria-describedby': described,
    'aria-invalid': error ? (true as const) : undefined,
  }
  const words = typeof value === 'string' ? value : ''
  const many =
    field.kind === 'date' ||
    field.kind === 'yesNo' ||
    (field.kind === 'choice' && (field.choices?.length ?? 0) <= 7)
  const label = (
    <>
      {text(field.label)}
      {optional ? <span className="muted"> {t('optional')}</span> : null}
    </>
  )
  return (
    <div
      className={error ? 'field bad' : 'field'}
      role={field.kind === 'date' ? 'group' : undefined}
      aria-labelledby={field.kind === 'date' ? `${id}-label` : undefined}
      data-field={said}
    >
      {many ? (
        <span className="lab" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label htmlFor={id}>{label}</label>
      )}
      {field.hint ? (
        <span className="hint" id={`${id}-hint`}>
          {text(field.hint)}
        </span>
      ) : null}
      {error ? (
        <span className="err" id={`${id}-error`} role="alert">
          <CircleAlert className="ic" aria-hidden /> {text(error.text)}
        </span>
      ) : null}
      {control()}
      {said === undefined ? null : <ColleagueHere field={said} />}
      {doubt && !error ? (
        <span className="doubt" id={`${id}-doubt`}>
          <TriangleAlert className="ic" aria-hidden /> {text(doubt.text)}
        </span>
      ) : null}
    </div>
  )

  function control(): ReactNode {
    switch (field.kind) {
      case 'nik':
      case 'noKk':
        return <NumberInput {...plain} value={words} onChange={onChange} />
      case 'date':
        return <DateInput {...inner} value={words} onChange={onChange} />
      case 'choice':
        return <ChoiceInput {...inner} choices={field.choices ?? []} value={words} onChange={onChange} />
      case 'yesNo':
        return (
          <ChoiceInput
            {...inner}
            choices={YES_NO}
            value={value === true ? 'yes' : value === false ? 'no' : ''}
            onChange={(chosen) => onChange(chosen === 'yes')}
          />
        )
      case 'negeri':
        return <NegeriInput {...plain} value={words} onChange={onChange} />
      case 'regency':
        return <RegencyInput {...plain} value={words} onChange={onChange} />
      case 'longText':
        return (
          <textarea
            id={id}
            className="input touch"
            rows={4}
            value={words}
            aria-describedby={described}
            aria-invalid={plain['aria-invalid']}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={onLeave}
          />
        )
      case 'integer':
        return (
          <span className="with-unit">
            <input
              {...controlProps()}
              inputMode="numeric"
              value={typeof value === 'number' ? String(value) : words}
              onChange={(event) => onChange(wholeOr(event.currentTarget.value))}
            />
            {field.unit ? <span className="second">{text(field.unit)}</span> : null}
          </span>
        )
      case 'rows':
        return null // a small form of its own: `RowsField`
      case 'name':
      case 'text':
      case 'time':
      case 'phone':
      case 'email':
        return (
          <input
            {...controlProps()}
            {...HOW[field.kind]}
            value={words}
            onChange={(event) =>
              onChange(field.kind === 'time' ? asTime(event.currentTarget.value) : event.currentTarget.value)
            }
          />
        )
    }
  }

  function controlProps() {
    return {
      id,
      className: field.kind === 'integer' || field.kind === 'time' ? 'input touch short' : 'input touch',
      autoComplete: 'off',
      'aria-describedby': described,
      'aria-invalid': plain['aria-invalid'],
      onBlur: onLeave,
    }
  }
}

const HOW: {
  readonly [kind in Field['kind']]?: {
    readonly inputMode?: 'tel' | 'email' | 'numeric'
    readonly autoCapitalize?: string
    readonly spellCheck?: boolean
  }
} = {
  name: { autoCapitalize: 'characters', spellCheck: false },
  phone: { inputMode: 'tel' },
  email: { inputMode: 'email', autoCapitalize: 'none', spellCheck: false },
  time: { inputMode: 'numeric' },
}

function wholeOr(typed: string): AnswerValue {
  return /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : typed
}

/** `0425` and `4.25` are both 04:25. */
function asTime(typed: string): string {
  const found = /^(\d{1,2})[.:]?(\d{2})$/.exec(typed.trim())
  return found && typed.replace(/\D/g, '').length === 4 ? `${found[1]?.padStart(2, '0')}:${found[2]}` : typed
}
