'use client'
import { useEffect, useState } from 'react'
import type { Choices } from '#domain/notice/choices.ts'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'
import { MailFields } from './mail-fields.tsx'
import { PushField } from './push-field.tsx'
import { QuietFields } from './quiet-fields.tsx'
import { WaysTable } from './ways-table.tsx'
import './told.css'

type Own = Awaited<ReturnType<typeof api.notice.choices.query>>

/** How I am told: which way for which kind, when it is quiet, where mail goes, which browsers are woken. */
export function ToldSection() {
  const t = useT('told')
  const [own, setOwn] = useState<Own>()
  const [said, setSaid] = useState<'kept' | 'failed'>()
  const read = () =>
    api.notice.choices.query().then(setOwn, () => {
      setSaid('failed')
    })
  useEffect(() => void read(), [])

  async function keep(choices: Choices) {
    setSaid(undefined)
    setOwn((before) => (before ? { ...before, choices } : before))
    try {
      await api.notice.keepChoices.mutate(choices)
      setSaid('kept')
    } catch {
      setSaid('failed')
      await read()
    }
  }

  return (
    <section aria-labelledby="kabar" className="told">
      <h2 className="title" id="kabar">
        {t('title')}
      </h2>
      {own ? (
        <>
          <WaysTable own={own} onChange={(choices) => void keep(choices)} />
          <MailFields mail={own.mail} onChange={() => void read()} />
          <PushField publicKey={own.push.key} onChange={() => void read()} />
          <QuietFields choices={own.choices} onChange={(choices) => void keep(choices)} />
        </>
      ) : null}
      <div role="status" className="told-said">
        {said === 'kept' ? t('kept') : null}
      </div>
      {said === 'failed' ? (
        <Note tone="warn" role="alert">
          {t('failed')}
        </Note>
      ) : null}
    </section>
  )
}
