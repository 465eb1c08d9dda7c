import { randomBytes } from 'node:crypto'
import type { Socket } from 'socket.io'
import type { Actor } from '#domain/access/actor.ts'
import type { NoteId } from './note-key.ts'
import { keyOf, noteOf } from './note-key.ts'

/** What of an open tab the notes need. */
export type NoteScreen = {
  readonly socket: Pick<Socket, 'id' | 'emit' | 'connected' | 'data'>
  readonly person: Actor
  /** It reads too slowly: nothing more is put in its line. */
  readonly slow: { readonly pausedAt: number | undefined }
  malformed(): void
}

/** A screen that has a note open: `reads` its text, or writes in it and hears each update. */
export type Listener = {
  readonly screen: NoteScreen
  readonly reads: boolean
  readonly caretId: string
  /** Something was left out of its line: it must ask again. */
  behind: boolean
}

/** Who has which note open on this instance. */
export class NoteAudience {
  readonly #at = new Map<string, Map<string, Listener>>()

  join(note: NoteId, screen: NoteScreen, reads: boolean): Listener {
    const listener = { screen, reads, caretId: randomBytes(6).toString('base64url'), behind: false }
    const here = this.#at.get(keyOf(note)) ?? new Map<string, Listener>()
    this.#at.set(keyOf(note), here.set(screen.socket.id, listener))
    return listener
  }

  of(note: NoteId, screen: NoteScreen): Listener | undefined {
    return this.#at.get(keyOf(note))?.get(screen.socket.id)
  }

  leave(note: NoteId, screen: NoteScreen): Listener | undefined {
    const here = this.#at.get(keyOf(note))
    const listener = here?.get(screen.socket.id)
    here?.delete(screen.socket.id)
    if (here?.size === 0) this.#at.delete(keyOf(note))
    return listener
  }

  at(note: NoteId): readonly Listener[] {
    return [...(this.#at.get(keyOf(note))?.values() ?? [])]
  }

  notes(): readonly NoteId[] {
    return [...this.#at.keys()].map(noteOf).filter((note) => note !== undefined)
  }

  notesOf(screen: NoteScreen): readonly NoteId[] {
    return this.notes().filter((note) => this.of(note, screen) !== undefined)
  }

  /** To one screen, unless it reads too slowly: then it is told so when it reads again. */
  tell(listener: Listener, event: string, frame: readonly unknown[]): void {
    if (listener.screen.slow.pausedAt === undefined && !listener.behind)
      listener.screen.socket.emit(event, frame)
    else listener.behind = true
  }

  /** Those that were left out and read again. */
  caughtUp(): readonly { readonly note: NoteId; readonly listener: Listener }[] {
    return this.notes().flatMap((note) =>
      this.at(note)
        .filter((listener) => listener.behind && listener.screen.slow.pausedAt === undefined)
        .map((listener) => {
          listener.behind = false
          return { note, listener }
        }),
    )
  }
}
