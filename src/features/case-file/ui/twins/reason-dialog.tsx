'use client'
import { useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Note } from '#ui/note.tsx'

type ReasonDialogProps = {
  readonly title: string
  readonly about: string
  readonly label: string
  readonly busy: boolean
  readonly trouble: string | undefined
  readonly onClose: () => void
  readonly onReason: (reason: string) => Promise<boolean>
}

const LEAST = 5

/** One reason that stays on record in both cases. A refusal stands above the button, and the words stay. */
export function ReasonDialog({ title, about, label, busy, trouble, onClose, onReason }: ReasonDialogProps) {
  const t = useT('twins')
  const [reason, setReason] = useState('')
  const missing = reason.trim().length < LEAST ? t('reason.missing') : undefined
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (missing === undefined && !busy) void onReason(reason.trim())
        }}
      >
        <p>{about}</p>
        <Field label={label}>
          <textarea
            data-autofocus
            value={reason}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {trouble ? <Note tone="danger" role="alert" title={trouble} /> : null}
        <div className="foot">
          <Button onClick={onClose}>{t('acts.back')}</Button>
          <Button type="submit" variant="primary" disabledBecause={missing}>
            {title}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
