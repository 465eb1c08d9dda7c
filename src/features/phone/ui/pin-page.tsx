'use client'
import { CircleAlert, KeyRound, UserRound } from 'lucide-react'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Opening } from '#client/device/vault.ts'
import type { KnownPerson } from '#client/phone/known-people.ts'
import { clockTime } from '#i18n/format.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Mark } from '#ui/mark.tsx'
import './phone.css'

type Props = {
  readonly people: readonly KnownPerson[]
  readonly open: (personId: string, pin: string) => Promise<Opening>
}

/** Work lies here, sealed. Its officer opens it by PIN, also without any network. */
export function PinPage({ people, open }: Props) {
  const t = useT('phone')
  const [who, setWho] = useState(people[0])
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  if (who === undefined) return null

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (who === undefined || pin === '' || busy) return
    setBusy(true)
    const opening = await open(who.id, pin)
    setBusy(false)
    if (opening.ok) return
    setPin('')
    setWrong(
      opening.why === 'wait'
        ? t('pin.wait', { time: clockTime(opening.at, true) })
        : opening.why === 'no-pin' || opening.why === 'absent'
          ? t('pin.none')
          : t('pin.wrong'),
    )
  }

  return (
    <main className="pin-page" id="isi">
      <Mark />
      <h1 className="title">{t('pin.title')}</h1>
      <p className="second">{t('pin.why')}</p>
      {people.length > 1 ? (
        <fieldset className="opts">
          <legend className="label">{t('pin.who')}</legend>
          {people.map((one) => (
            <label key={one.id} className="opt">
              <input type="radio" name="who" checked={one.id === who.id} onChange={() => setWho(one)} />
              <span>{one.name}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="pin-who">
          <UserRound className="ic" aria-hidden />
          {who.name}
        </p>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <Field label={t('pin.label')} error={wrong}>
          <input
            className="input touch"
            type="password"
            inputMode="numeric"
            autoComplete="off"
            autoFocus
            maxLength={12}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value)}
          />
        </Field>
        <Button touch block variant="primary" type="submit" icon={<KeyRound className="ic" aria-hidden />}>
          {busy ? t('pin.opening') : t('pin.open')}
        </Button>
      </form>
      <p className="second pin-else">
        <CircleAlert className="ic" aria-hidden />
        <span>
          {t('pin.forgotten')} <a href="/masuk">{t('pin.signIn')}</a>
        </span>
      </p>
    </main>
  )
}
