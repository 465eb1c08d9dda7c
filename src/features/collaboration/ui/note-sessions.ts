import type { Actor } from '#domain/access/actor.ts'
import type { NoteSide } from '#domain/case/case-note.ts'
import { openDevice } from '#client/phone/open-device.ts'
import { deviceKeep } from './note-keep.ts'
import type { NoteLink } from './note-line.ts'
import { noteLine } from './note-line.ts'
import { NoteSession } from './note-session.ts'

type Held = { readonly session: NoteSession; users: number }
/** A note goes on after its editor is closed until its last word is at the Dinas. */
const held = new Map<string, Held>()

/** Takes the note into hand; give it back with `release`. The same note is one session, however many look at it. */
export async function takeNote(
  link: NoteLink,
  me: Pick<Actor, 'id' | 'role'>,
  caseId: string,
  side: NoteSide,
): Promise<{ readonly session: NoteSession; readonly release: () => void }> {
  const key = `${me.id}/${caseId}/${side}`
  // Only who works with a device of their own has a vault; a desk that several share keeps nothing.
  const store = me.role === 'NEGERI_OFFICER' ? await openDevice(me.id).catch(() => undefined) : undefined
  const one = held.get(key) ?? {
    session: new NoteSession(noteLine(link, caseId, side), store && deviceKeep(store, caseId, side)),
    users: 0,
  }
  held.set(key, one)
  one.users += 1
  one.session.reopen()
  warnBeforeLeaving()
  let given = false
  return {
    session: one.session,
    release() {
      if (given) return
      given = true
      one.users -= 1
      if (one.users === 0)
        one.session.close(() => {
          if (one.users === 0) held.delete(key)
        })
    },
  }
}

let warning = false

/** Words that are nowhere but on this page are not left without a question. */
function warnBeforeLeaving(): void {
  if (warning) return
  warning = true
  window.addEventListener('beforeunload', (event) => {
    const lost = [...held.values()].some(({ session }) => ['memory', 'sending'].includes(session.state.place))
    if (lost) event.preventDefault()
  })
}
