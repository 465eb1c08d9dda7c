'use client'
import { KeyRound } from 'lucide-react'
import type { FormEvent } from 'react'
import { useEffect, useState } from 'react'
import { askToKeep } from '#client/device/device-room.ts'
import { hasPin, setPin } from '#client/device/vault.ts'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import './phone.css'

const SHORTEST = 6

/** On the first sign-in on a phone: without a PIN it cannot be opened where there is no signal. */
export function SetPin({ personId }: { readonly personId: string }) {
  const t = useT('phone')
  const [wanted, setWanted] = useState(false)
  const [pin, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [state, setState] = useState<{ readonly busy?: boolean; readonly wrong?: string }>({})
  useEffect(() => {
    if (globalThis.isSecureContext) void hasPin(personId).then((has) => setWanted(!has))
  }, [personId])
  if (!wanted) return null

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!/^\d+$/.test(pin) || pin.length < SHORTEST)
      return setState({ wrong: t('setPin.short', { n: SHORTEST }) })
    if (isEasy(pin)) return setState({ wrong: t('setPin.easy') })
    if (pin !== again) return setState({ wrong: t('setPin.differs') })
    setState({ busy: true })
    try {
      const { secret } = await api.intake.vaultSecret.query()
      const made = await setPin(personId, pin, { login: secret })
      if (!made.ok) return setState({ wrong: t('setPin.later') })
      void askToKeep()
      setWanted(false)
    } catch {
      setState({ wrong: t('setPin.later') })
    }
  }

  return (
    <section className="set-pin" aria-labelledby="set-pin-title">
      <h2 className="title" id="set-pin-title">
        {t('setPin.title')}
      </h2>
      <p className="second">{t('setPin.why')}</p>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={t('setPin.label', { n: SHORTEST })} error={state.wrong}>
          <input
            className="input touch short"
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            maxLength={12}
            value={pin}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <Field label={t('setPin.again')}>
          <input
            className="input touch short"
            type="password"
            inputMode="numeric"
            autoComplete="new-password"
            maxLength={12}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        </Field>
        <Button
          touch
          type="submit"
          icon={<KeyRound className="ic" aria-hidden />}
          disabledBecause={state.busy ? t('setPin.busy') : undefined}
        >
          {t('setPin.set')}
        </Button>
      </form>
    </section>
  )
}

/** `111111`, `123456`, `654321`: what everybody tries first. */
function isEasy(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => Number(digit) - Number(pin[at])))
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1)
}
