import { useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'

/** Gives the present list a name; it then stands in the navigation of this person on this device. */
export function SaveView({
  onClose,
  onSave,
}: {
  readonly onClose: () => void
  readonly onSave: (name: string) => void
}) {
  const t = useT('queue')
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const save = () => {
    setAsked(true)
    if (name.trim() === '') return
    onSave(name.trim())
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('saveView')}
      footer={
        <Button variant="primary" onClick={save}>
          {t('save.do')}
        </Button>
      }
    >
      <Field
        label={t('save.name')}
        hint={t('save.hint')}
        error={asked && name.trim() === '' ? t('save.nameMissing') : undefined}
      >
        <input
          className="input"
          data-autofocus
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      </Field>
    </Dialog>
  )
}
