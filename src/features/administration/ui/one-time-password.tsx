'use client'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'

/** Read out or copied once; after this page nobody knows it. */
export function OneTimePassword({
  username,
  password,
}: {
  readonly username: string
  readonly password: string
}) {
  const t = useT('administration')
  const [copied, setCopied] = useState(false)
  return (
    <Note
      tone="accent"
      role="status"
      icon={<KeyRound className="ic" aria-hidden />}
      title={t('person.oneTime')}
    >
      <span className="one-time">
        <span className="second">{username}</span>
        <output>{password}</output>
        {/* Without https a browser gives no clipboard: then the words stand there to be read. */}
        {typeof navigator !== 'undefined' && navigator.clipboard ? (
          <Button
            small
            onClick={() => void navigator.clipboard.writeText(password).then(() => setCopied(true))}
          >
            {copied ? t('copied') : t('copy')}
          </Button>
        ) : null}
      </span>
      <span className="second">{t('person.oneTimeHint')}</span>
    </Note>
  )
}
