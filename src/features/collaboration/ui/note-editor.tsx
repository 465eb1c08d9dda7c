'use client'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { yCollab, yUndoManagerKeymap } from 'y-codemirror.next'
import { UndoManager } from 'yjs'
import type { Actor } from '#domain/access/actor.ts'
import type { NoteSide } from '#domain/case/case-note.ts'
import { useCurrentConnection } from '#client/live/live.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { NoteCarets } from './note-carets.ts'
import { noteLine } from './note-line.ts'
import { NoteMarks } from './note-marks.tsx'
import type { NoteSession } from './note-session.ts'
import { takeNote } from './note-sessions.ts'
import { NoteWaits } from './note-waits.tsx'
import { onlyWhatBelongs } from './only-what-belongs.ts'

type NoteEditorProps = {
  readonly caseId: string
  readonly side: NoteSide
  readonly me: Pick<Actor, 'id' | 'role'>
  /** Names the text for a screen reader: which of the two it is. */
  readonly label: string
  /** Told whenever all words of this screen are at the Dinas, or are not. */
  readonly onSaved: (saved: boolean) => void
}

/** A common note in which several people write at once. Fetched when somebody wants to write. */
export function NoteEditor({ caseId, side, me, label, onSaved }: NoteEditorProps) {
  const words = useCurrentConnection()?.words
  const [session, setSession] = useState<NoteSession>()
  const { id, role } = me
  useEffect(() => {
    if (words === undefined) return
    let gone = false
    let release: (() => void) | undefined
    void takeNote(words, { id, role }, caseId, side).then((taken) => {
      if (gone) return taken.release()
      release = taken.release
      setSession(taken.session)
    })
    return () => {
      gone = true
      noteLine(words, caseId, side).close()
      release?.()
      setSession(undefined)
    }
  }, [words, id, role, caseId, side])
  if (words === undefined || session === undefined) return <NoteWaits label={label} />
  return <Opened session={session} line={noteLine(words, caseId, side)} label={label} onSaved={onSaved} />
}

type OpenedProps = Pick<NoteEditorProps, 'label' | 'onSaved'> & {
  readonly session: NoteSession
  readonly line: ReturnType<typeof noteLine>
}

function Opened({ session, line, label, onSaved }: OpenedProps) {
  const t = useT('collaboration')
  const place = useRef<HTMLDivElement>(null)
  const state = useSyncExternalStore(session.subscribe, () => session.state)
  const [hidden, setHidden] = useState(false)
  const { opened } = state
  const saved = state.place === 'dinas'
  useEffect(() => onSaved(saved), [saved, onSaved])
  const given = useRef({ line, hint: t('hint') })
  useEffect(() => {
    if (!opened || !place.current) return
    const carets = new NoteCarets(session.doc, given.current.line)
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: session.text.toJSON(),
        selection: { anchor: session.text.length },
        extensions: [
          EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': label,
            spellcheck: 'true',
            autocapitalize: 'sentences',
            tabindex: '0',
          }),
          placeholder(given.current.hint),
          keymap.of([...yUndoManagerKeymap, { key: 'Enter', run: newLine }, { key: 'Escape', run: leave }]),
          onlyWhatBelongs(() => setHidden(true)),
          yCollab(session.text, carets, {
            undoManager: new UndoManager(session.text),
          }),
          EditorView.domEventHandlers({ blur: () => carets.left() }),
        ],
      }),
    })
    view.focus()
    return () => {
      view.destroy()
      carets.close()
    }
  }, [session, opened, label])
  return (
    <>
      <div className="pad-editor" ref={place} hidden={!opened} />
      {opened ? null : <NoteWaits label={label} cut={!state.connected} />}
      {hidden ? (
        <p className="pad-hidden" role="status">
          {t('numberHidden')}
        </p>
      ) : null}
      <NoteMarks state={state} />
    </>
  )
}

function newLine(view: EditorView): boolean {
  view.dispatch({ ...view.state.replaceSelection('\n'), scrollIntoView: true, userEvent: 'input' })
  return true
}

function leave(view: EditorView): boolean {
  view.contentDOM.blur()
  return true
}
