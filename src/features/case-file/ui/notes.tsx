'use client'
import { Lock, Users } from 'lucide-react'
import type { RefObject } from 'react'
import { useEffect } from 'react'
import { NOTE_FIELD } from '#domain/case/here.ts'
import { newId } from '#client/new-id.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { MentionField, MentionText } from '#ui/mention-field.tsx'
import type { Mentionable } from '#ui/mention-text.ts'
import { momentWords } from './case-words.ts'
import { useDesk } from './desk.ts'
import { useMentionable } from './pins/use-mentionable.ts'
import { SeenBy, writesIn } from './seen-by.tsx'
import { TroubleNote } from './trouble-note.tsx'
import { NO_NOTE, useNote } from './use-note.ts'

const NOBODY: readonly Mentionable[] = []
const NO_IDS: readonly string[] = []

/** Words beside the case: internal ones for staff, shared ones for the applicant too. */
export function Notes({ inputRef }: { readonly inputRef: RefObject<HTMLTextAreaElement | null> }) {
  const t = useT('case')
  const locale = useLocale()
  const { view, file, actor, now, run, mayNot, trouble, dismiss } = useDesk()
  const [note, setNote] = useNote(file.id)
  const text = note.text.trim()
  const applicant = actor.role === 'CITIZEN'
  const { people, offices, ask } = useMentionable()
  const callable = [...people, ...offices, { id: actor.id, name: actor.name }]
  const visibility = applicant ? 'shared' : note.visibility

  async function write() {
    if (text === '') return
    const noteId = note.id ?? newId()
    setNote((before) => ({ ...before, id: noteId }))
    const mentions = [...(note.mentions ?? [])]
    await run({ type: 'writeNote', noteId, text, visibility, ...(mentions.length > 0 ? { mentions } : {}) })
  }

  // It stands in the case: nothing of it is left to write or to worry about, whichever way the news came.
  const sent = trouble?.command.type === 'writeNote' ? trouble.command.noteId : undefined
  const stands = (id: string | undefined) => view.file.notes.some((one) => one.id === id)
  const [written, settled] = [stands(note.id), stands(sent)]
  useEffect(() => {
    if (written) setNote(NO_NOTE)
    if (settled) dismiss()
  }, [written, settled, setNote, dismiss])

  return (
    <section aria-label={t('note.title')}>
      <h2>
        {t('note.title')} {file.notes.length > 0 ? <span>{file.notes.length}</span> : null}
        <SeenBy who={writesIn(NOTE_FIELD)} />
      </h2>
      {file.notes.map((one) => (
        <div className="case-note" key={one.id} id={`catatan-${one.id}`} tabIndex={-1}>
          <Avatar id={one.by.id} name={one.by.name} />
          <div>
            <b>{one.by.id === actor.id ? t('note.you') : one.by.name}</b>{' '}
            <span className="muted">{momentWords(one.at, now, locale)}</span>
            <p>
              <MentionText
                text={one.text}
                called={callable.filter(({ id }) => one.mentions?.includes(id))}
                me={actor.id}
              />
            </p>
            <span className="label">
              {one.visibility === 'internal' ? (
                <Lock className="ic s" aria-hidden />
              ) : (
                <Users className="ic s" aria-hidden />
              )}
              {one.visibility === 'internal' ? t('note.internal') : t('note.shared')}
            </span>
          </div>
        </div>
      ))}
      {mayNot('writeNote') ? null : (
        <form
          className="case-write"
          data-field={NOTE_FIELD}
          onSubmit={(event) => {
            event.preventDefault()
            void write()
          }}
        >
          <label className="vh" htmlFor="catatan">
            {t('note.write')}
          </label>
          <MentionField
            id="catatan"
            inputRef={inputRef}
            value={{ text: note.text, mentions: note.mentions ?? [] }}
            people={applicant ? NOBODY : people}
            offices={applicant ? NOBODY : offices}
            onAsk={applicant ? undefined : ask}
            maxLength={2000}
            placeholder={t('note.hint')}
            onChange={({ text: words, mentions }) =>
              setNote(({ visibility: kept }) => ({ visibility: kept, text: words, mentions }))
            }
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void write()
              if (event.key === 'Escape') event.currentTarget.blur()
            }}
          />
          {trouble?.command.type === 'writeNote' ? <TroubleNote trouble={trouble} /> : null}
          <div className="case-write-foot">
            {applicant ? null : (
              <label className="pick">
                <input
                  type="checkbox"
                  checked={note.visibility === 'shared'}
                  onChange={(event) =>
                    setNote(({ text: words, mentions = NO_IDS }) => ({
                      text: words,
                      mentions,
                      visibility: event.target.checked ? 'shared' : 'internal',
                    }))
                  }
                />
                {t('note.share')}
              </label>
            )}
            <Button small type="submit" disabledBecause={text === '' ? t('note.empty') : undefined}>
              {t('note.save')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
