'use client'
import { Lock, Users } from 'lucide-react'
import type { RefObject } from 'react'
import { newId } from '#client/new-id.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { momentWords } from './case-words.ts'
import { useDesk } from './desk.ts'
import { TroubleNote } from './trouble-note.tsx'
import { NO_NOTE, useNote } from './use-note.ts'

/** Words beside the case: internal ones for staff, shared ones for the applicant too. */
export function Notes({ inputRef }: { readonly inputRef: RefObject<HTMLTextAreaElement | null> }) {
  const t = useT('case')
  const locale = useLocale()
  const { file, actor, now, run, mayNot, trouble } = useDesk()
  const [note, setNote] = useNote(file.id)
  const text = note.text.trim()
  const applicant = actor.role === 'CITIZEN'
  const visibility = applicant ? 'shared' : note.visibility

  async function write() {
    if (text === '') return
    const outcome = await run({ type: 'writeNote', noteId: newId(), text, visibility })
    if (outcome === 'done') setNote((now) => (now.text.trim() === text ? NO_NOTE : now))
  }

  return (
    <section aria-label={t('note.title')}>
      <h2>
        {t('note.title')} {file.notes.length > 0 ? <span>{file.notes.length}</span> : null}
      </h2>
      {file.notes.map((one) => (
        <div className="case-note" key={one.id}>
          <Avatar id={one.by.id} name={one.by.name} />
          <div>
            <b>{one.by.id === actor.id ? t('note.you') : one.by.name}</b>{' '}
            <span className="muted">{momentWords(one.at, now, locale)}</span>
            <p>{one.text}</p>
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
          onSubmit={(event) => {
            event.preventDefault()
            void write()
          }}
        >
          <label className="vh" htmlFor="catatan">
            {t('note.write')}
          </label>
          <textarea
            id="catatan"
            ref={inputRef}
            value={note.text}
            maxLength={2000}
            placeholder={t('note.hint')}
            onChange={(event) => setNote((before) => ({ ...before, text: event.target.value }))}
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
                    setNote((before) => ({
                      ...before,
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
