'use client'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { addDays, localDateInWit } from '#domain/shared/calendar.ts'
import type { SettingKey, SettingValue } from '#domain/setting/house-settings.ts'
import { fitsSetting, SETTING } from '#domain/setting/house-settings.ts'
import { serverNow } from '#client/clock.ts'
import { wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'

type SettingFormProps = {
  readonly setting: { readonly key: SettingKey; readonly value: SettingValue }
  readonly busy: boolean
  readonly onSend: (value: SettingValue, from: string | null) => void
  readonly onCancel: () => void
}

/** A new value, from now on or from a day to come. The bounds are the rule's own. */
export function SettingForm({ setting: { key, value: now }, busy, onSend, onCancel }: SettingFormProps) {
  const t = useT('setting')
  const text = useText()
  const locale = useLocale()
  const { bounds } = SETTING[key]
  const [typed, setTyped] = useState(String(now))
  const [later, setLater] = useState(false)
  const [from, setFrom] = useState('')
  const [sent, setSent] = useState(false)
  const value: SettingValue = bounds ? (typed.trim() === '' ? Number.NaN : Number(typed)) : typed === 'true'
  const fits = fitsSetting(key, value)
  const tomorrow = addDays(localDateInWit(serverNow()), 1)
  function send(event: SyntheticEvent) {
    event.preventDefault()
    setSent(true)
    if (fits && (!later || from >= tomorrow)) onSend(value, later ? from : null)
  }
  const range = bounds
    ? t('range', {
        least: wholeNumber(bounds.least, locale),
        most: wholeNumber(bounds.most, locale),
        unit: text(bounds.unit),
      })
    : ''
  return (
    <form className="setting-form" onSubmit={send} noValidate>
      {bounds ? (
        <Field label={t('value')} hint={range} error={sent && !fits ? t('refusal.out-of-bounds') : undefined}>
          <input
            className="input"
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      ) : (
        <Field label={t('value')}>
          <select className="input" value={typed} onChange={(event) => setTyped(event.target.value)}>
            <option value="true">{t('yes')}</option>
            <option value="false">{t('no')}</option>
          </select>
        </Field>
      )}
      <Field label={t('when')}>
        <select
          className="input"
          value={later ? 'later' : 'now'}
          onChange={(event) => setLater(event.target.value === 'later')}
        >
          <option value="now">{t('when.now')}</option>
          <option value="later">{t('when.later')}</option>
        </select>
      </Field>
      {later ? (
        <Field
          label={t('from')}
          hint={t('fromHint')}
          error={sent && from < tomorrow ? t('refusal.in-the-past') : undefined}
        >
          <input
            className="input"
            type="date"
            min={tomorrow}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </Field>
      ) : null}
      <p className="second">{t(SETTING[key].movesSteps ? 'then.steps' : 'then.soon')}</p>
      <div className="setting-acts">
        <Button variant="primary" type="submit" disabledBecause={busy ? t('sending') : undefined}>
          {t('save')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
