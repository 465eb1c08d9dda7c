'use client'
import type { ReactNode, SyntheticEvent } from 'react'
import { useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'

type SettingSectionProps = {
  readonly title: string
  readonly open: string
  /** Absent: reads only. Drawn while it is open; `close` puts it away. */
  readonly form: ((close: () => void) => ReactNode) | undefined
  readonly children: ReactNode
}

/** Something that is set and holds from a day on: what holds now, and above it the form for what comes next. */
export function SettingSection({ title, open, form, children }: SettingSectionProps) {
  const [shown, show] = useState(false)
  return (
    <section>
      <div className="sla-head">
        <h2>{title}</h2>
        {form && !shown ? (
          <Button small onClick={() => show(true)}>
            {open}
          </Button>
        ) : null}
      </div>
      {shown && form ? form(() => show(false)) : null}
      {children}
    </section>
  )
}

type SettingFormProps = {
  readonly save: string
  readonly busy: boolean
  /** What would come of it, above the buttons. */
  readonly ahead: ReactNode
  readonly onSend: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** The form of it: fields, what they would change, and the way out. */
export function SettingForm({ save, busy, ahead, onSend, onCancel, children }: SettingFormProps) {
  const t = useT('calendar')
  return (
    <form
      className="day-form"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault()
        onSend()
      }}
      noValidate
    >
      {children}
      <div className="day-form-foot">
        {ahead}
        <div className="form-acts">
          <Button variant="primary" type="submit" disabledBecause={busy ? t('sending') : undefined}>
            {save}
          </Button>
          <Button variant="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </form>
  )
}
