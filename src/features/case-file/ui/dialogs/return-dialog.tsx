'use client'
import { MapPin, Plus, Trash2 } from 'lucide-react'
import type { ReasonCode } from '#domain/case/reason.ts'
import { REASON, REASON_CODES } from '#domain/case/reason.ts'
import { readyWords } from '#domain/case/return-words.ts'
import { visibleFields, visibleQuestions } from '#domain/service/check-form.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import type { FaultDraft } from '../fault-draft.ts'
import { faultMissing, faultsOfPins, firstFaults, readyFault } from '../fault-draft.ts'
import { reportDay } from '../paper-sheets.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

type ReturnDialogProps = {
  readonly command: 'returnToNegeri' | 'returnToApplicant'
  readonly onClose: () => void
}

/** One return lists every fault at once, each with its code, its place and words that tell how to mend it. */
export function ReturnDialog({ command, onClose }: ReturnDialogProps) {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { file, kind, view, now } = useDesk()
  const [faults, setFaults] = useTyped<readonly FaultDraft[]>(
    file.id,
    command,
    firstFaults(file, kind, locale),
  )
  const situation = { answers: file.answers, reportOn: reportDay(file, now) }
  const fields = visibleQuestions(kind, situation).flatMap((question) => visibleFields(question, situation))
  const papers = kind.papers.filter((rule) => file.checklist.some((item) => item.ruleId === rule.id))
  const codes = REASON_CODES.filter(
    (code) => code !== 'FALSE_DATA' && REASON[code].services.includes(file.service),
  )
  const change = (index: number, next: Partial<FaultDraft>) =>
    setFaults((all) => all.map((fault, at) => (at === index ? { ...fault, ...next } : fault)))
  const fieldOf = (fault: FaultDraft) => {
    const label = fields.find((field) => field.id === fault.field)?.label
    return label ? text(label) : ''
  }
  const place = (fault: FaultDraft) => {
    const label = fault.about.startsWith('paper:')
      ? papers.find((rule) => `paper:${rule.id}` === fault.about)?.label
      : fields.find((field) => `field:${field.id}` === fault.about)?.label
    return label ? text(label) : ''
  }
  // Put on the paper since the list was begun, or only a remark: offered, not pushed into what is being written.
  const listed = new Set(faults.flatMap(({ pins = [] }) => pins))
  const others = file.pins.filter(
    ({ id, state }) => !listed.has(id) && (state === 'open' || state === 'asked' || state === 'notYet'),
  )
  const numbersOf = (fault: FaultDraft) =>
    file.pins.filter(({ id }) => fault.pins?.includes(id)).map(({ number }) => number)
  const missing = faults.map(faultMissing).find((one) => one !== undefined)
  return (
    <ActionForm
      command={command}
      onClose={onClose}
      danger
      wide
      missing={faults.length === 0 ? t('return.none') : missing ? t(`return.missing.${missing}`) : undefined}
      build={() =>
        faults.length === 0 || missing ? undefined : { type: command, faults: faults.map(readyFault) }
      }
    >
      <p>{t('return.about', { n: faults.length, negeri: view.regions[file.negeri] ?? file.negeri })}</p>
      {faults.map((fault, index) => (
        <fieldset className="fault" key={fault.key}>
          <header>
            <legend>{t('return.fault', { n: index + 1 })}</legend>
            {fault.pins ? (
              <span className="label">
                <MapPin className="ic s" aria-hidden /> {t('return.pins', { n: numbersOf(fault).join(', ') })}
              </span>
            ) : null}
            <Button
              small
              variant="quiet"
              icon={<Trash2 className="ic" aria-hidden />}
              onClick={() => setFaults((all) => all.filter((one) => one.key !== fault.key))}
            >
              {t('return.remove')}
            </Button>
          </header>
          <div className="pair">
            <Field label={t('return.code')}>
              <select
                className="input"
                value={fault.code}
                onChange={(event) => {
                  const code = event.target.value as ReasonCode | ''
                  const untouched =
                    fault.instruction === '' ||
                    fault.instruction === readyWords(fault.code, place(fault), locale)
                  change(index, {
                    code,
                    ...(untouched ? { instruction: readyWords(code, place(fault), locale) } : {}),
                  })
                }}
              >
                <option value="">{t('return.pickCode')}</option>
                {codes.map((code) => (
                  <option key={code} value={code}>
                    {text(REASON[code].label)}
                  </option>
                ))}
              </select>
            </Field>
            <Field label={t('return.place')}>
              {fault.pins ? (
                <output className="input">{[place(fault), fieldOf(fault)].filter(Boolean).join(', ')}</output>
              ) : (
                <select
                  className="input"
                  value={fault.about}
                  onChange={(event) => {
                    const moved = { ...fault, about: event.target.value }
                    const untouched =
                      fault.instruction === '' ||
                      fault.instruction === readyWords(fault.code, place(fault), locale)
                    change(index, {
                      about: moved.about,
                      ...(untouched ? { instruction: readyWords(fault.code, place(moved), locale) } : {}),
                    })
                  }}
                >
                  <option value="">{t('return.whole')}</option>
                  <optgroup label={t('return.papers')}>
                    {papers.map((rule) => (
                      <option key={rule.id} value={`paper:${rule.id}`}>
                        {text(rule.label)}
                      </option>
                    ))}
                  </optgroup>
                  <optgroup label={t('return.fields')}>
                    {fields.map((field) => (
                      <option key={field.id} value={`field:${field.id}`}>
                        {text(field.label)}
                      </option>
                    ))}
                  </optgroup>
                </select>
              )}
            </Field>
          </div>
          <Field label={t('return.words')} hint={t('return.wordsHint')}>
            <textarea
              value={fault.instruction}
              maxLength={2000}
              onChange={(event) => change(index, { instruction: event.target.value })}
            />
          </Field>
        </fieldset>
      ))}
      <div>
        <Button
          icon={<Plus className="ic" aria-hidden />}
          onClick={() =>
            setFaults((all) => [...all, { key: crypto.randomUUID(), code: '', about: '', instruction: '' }])
          }
        >
          {t('return.add')}
        </Button>
        {others.length > 0 ? (
          <Button
            variant="quiet"
            icon={<MapPin className="ic" aria-hidden />}
            onClick={() =>
              setFaults((all) => [
                ...all.filter((fault) => fault.code !== '' || fault.about !== '' || fault.instruction !== ''),
                ...faultsOfPins(others, kind, locale),
              ])
            }
          >
            {t('return.addPins', { n: others.length })}
          </Button>
        ) : null}
      </div>
    </ActionForm>
  )
}
