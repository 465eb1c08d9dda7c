import { useEffect, useRef, useState } from 'react'
import type { Role } from '#domain/access/role.ts'
import { ROLE_LABEL } from '#domain/access/roles.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { api } from '#client/trpc.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import './bulk.css'

type Colleague = { readonly id: string; readonly name: string; readonly role: Role; readonly holds: number }

type GiveCasesProps = {
  readonly rows: readonly QueueRow[]
  /** A supervisor moves them by right; whoever holds them hands them over. */
  readonly byRight: boolean
  readonly onGive: (toPersonId: string, words: string) => void
  readonly onClose: () => void
}

const LEAST = 5
/** What was chosen and written, while the dialog is closed without sending: closed by a slip, it is there again. */
let unsent = { to: '', words: '' }

/** To whom, and what they should read first. Who is offered may work where the first of them stands. */
export function GiveCases({ rows, byRight, onGive, onClose }: GiveCasesProps) {
  const t = useT('queue')
  const text = useText()
  const [people, setPeople] = useState<readonly Colleague[]>()
  const [failed, setFailed] = useState(false)
  const [to, setTo] = useState(unsent.to)
  const [words, setWords] = useState(unsent.words)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    unsent = { to, words }
  }, [to, words])
  const first = rows[0]
  const list = useRef<HTMLFieldSetElement>(null)
  const holders = new Set(rows.map((row) => row.holder?.id))
  useEffect(() => {
    if (!first) return
    api.case.colleagues.query({ caseId: first.id }).then(setPeople, () => setFailed(true))
  }, [first])
  useEffect(() => {
    if (people) list.current?.querySelector('input')?.focus()
  }, [people])
  const offered = people?.filter((person) => !(holders.size === 1 && holders.has(person.id)))
  const missing =
    to === '' ? t('give.toMissing') : words.trim().length < LEAST ? t('give.wordsMissing') : undefined
  const give = () => {
    setAsked(true)
    if (missing) return
    unsent = { to: '', words: '' }
    onGive(to, words.trim())
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(byRight ? 'give.titleReassign' : 'give.titleHandOver', { n: rows.length })}
      footer={
        <Button variant="primary" onClick={give} disabledBecause={asked ? missing : undefined}>
          {t(byRight ? 'give.reassignDo' : 'give.handOverDo')}
        </Button>
      }
    >
      <fieldset className="give" ref={list}>
        <legend>{t('give.to')}</legend>
        {failed ? <p role="alert">{t('give.failed')}</p> : null}
        {offered === undefined && !failed ? <Skeleton width="60%" /> : null}
        {offered?.map((person) => (
          <label key={person.id}>
            <input type="radio" name="to" checked={to === person.id} onChange={() => setTo(person.id)} />
            <span>
              {person.name}{' '}
              <span className="muted">
                {t('give.person', { role: text(ROLE_LABEL[person.role]), n: person.holds })}
              </span>
            </span>
          </label>
        ))}
        {offered?.length === 0 ? <p className="second">{t('give.nobody')}</p> : null}
      </fieldset>
      <Field
        label={t(byRight ? 'give.reason' : 'give.note')}
        hint={t('give.noteHint')}
        error={asked && missing ? missing : undefined}
      >
        <textarea
          className="input"
          rows={3}
          value={words}
          maxLength={2000}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
    </Dialog>
  )
}
