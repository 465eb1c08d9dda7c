'use client'
import { Lock } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ReasonCode } from '#domain/case/reason.ts'
import { REASON, REASON_CODES } from '#domain/case/reason.ts'
import { visibleFields, visibleQuestions } from '#domain/service/check-form.ts'
import { newId } from '#client/new-id.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { reportDay } from '../paper-sheets.ts'
import { TroubleNote } from '../trouble-note.tsx'
import { useTyped } from '../use-typed.ts'
import type { PinDraft } from './pin-desk.ts'
import { usePinDesk } from './pin-desk.ts'
import { PinWords } from './pin-words-field.tsx'

const EMPTY = { code: '' as ReasonCode | '', field: '', text: '', mentions: [] as readonly string[] }

/** What is wrong at the place that was just marked: a coded fault, which goes into the return, or a remark for colleagues. */
export function NewPin({ draft }: { readonly draft: PinDraft }) {
  const t = useT('case')
  const text = useText()
  const { file, kind, now, run, trouble, dismiss } = useDesk()
  const { setDraft } = usePinDesk()
  const [typed, setTyped] = useTyped(file.id, 'pin-new', EMPTY)
  const [busy, setBusy] = useState(false)
  const ref = useRef<HTMLFormElement>(null)
  const latest = useRef(draft)
  latest.current = draft
  const situation = { answers: file.answers, reportOn: reportDay(file, now) }
  const fields = visibleQuestions(kind, situation).flatMap((question) => visibleFields(question, situation))
  const codes = REASON_CODES.filter(
    (code) => code !== 'FALSE_DATA' && code !== 'DOC_MISSING' && REASON[code].services.includes(file.service),
  )
  const words = typed.text.trim()
  const missing = words === '' && (typed.code === '' || typed.code === 'OTHER') ? t('pin.missing') : undefined
  useEffect(() => ref.current?.querySelector('select')?.focus({ preventScroll: true }), [])

  async function put() {
    if (missing !== undefined || busy) return
    setBusy(true)
    const sent = typed
    const { code, field, mentions } = sent
    const outcome = await run({
      type: 'pinPaper',
      pinId: newId(),
      ...draft,
      ...(code === '' ? {} : { code }),
      ...(field === '' ? {} : { field }),
      ...(words === '' ? {} : { text: words }),
      mentions: [...mentions],
    })
    setBusy(false)
    if (outcome !== 'done') return
    setTyped((now) => (now === sent ? EMPTY : now))
    if (latest.current === draft) setDraft(undefined) // else another place was marked while it was on its way
  }

  return (
    // Escape closes it, as it does everything that floats.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={ref}
      className="pin-thread new"
      aria-label={t('pin.new')}
      onSubmit={(event) => {
        event.preventDefault()
        void put()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        dismiss()
        setDraft(undefined)
      }}
    >
      <Field label={t('pin.what')}>
        <select
          className="input"
          value={typed.code}
          onChange={(event) => setTyped((all) => ({ ...all, code: event.target.value as ReasonCode | '' }))}
        >
          <option value="">{t('pin.onlyRemark')}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {text(REASON[code].label)}
            </option>
          ))}
        </select>
      </Field>
      {typed.code === '' ? null : (
        <Field label={t('pin.field')}>
          <select
            className="input"
            value={typed.field}
            onChange={(event) => setTyped((all) => ({ ...all, field: event.target.value }))}
          >
            <option value="">{t('pin.noField')}</option>
            {fields.map((field) => (
              <option key={field.id} value={field.id}>
                {text(field.label)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <PinWords
        label={t('pin.words')}
        placeholder={typed.code === '' ? t('pin.words') : t('pin.wordsHint')}
        value={typed}
        onChange={(next) => setTyped((all) => ({ ...all, ...next }))}
        onSend={() => void put()}
      />
      {trouble?.command.type === 'pinPaper' ? <TroubleNote trouble={trouble} /> : null}
      <footer>
        <span className="label">
          <Lock className="ic s" aria-hidden /> {t(typed.code === '' ? 'pin.internal' : 'pin.becomesRequest')}
        </span>
        <span className="acts">
          <Button small variant="quiet" onClick={() => setDraft(undefined)}>
            {t('form.cancel')}
          </Button>
          <Button
            small
            type="submit"
            variant="primary"
            disabledBecause={busy ? t('action.sending') : missing}
          >
            {t('pin.put')}
          </Button>
        </span>
      </footer>
    </form>
  )
}
