import { randomUUID } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { ORIGIN } from '#server/case/testing/house.ts'
import type { NoteScreen } from '../note-audience.ts'
import type { NoteWord } from '../note-wire.ts'
import type { Notes } from '../notes.ts'

/** A tab without a wire: what the server says to it is kept in `heard`. */
export class Tab implements NoteScreen {
  readonly person: Actor
  readonly slow = { pausedAt: undefined }
  readonly heard: (readonly [event: string, frame: readonly unknown[]])[] = []
  readonly socket: NoteScreen['socket'] = {
    id: randomUUID(),
    connected: true,
    data: { origin: ORIGIN },
    emit: (event: string, frame: readonly unknown[]) => {
      this.heard.push([event, frame])
      return true
    },
  }
  cut = false

  constructor(person: Actor) {
    this.person = person
  }

  malformed(): void {
    this.cut = true
  }

  ask(notes: Notes, word: NoteWord, ...input: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      notes.hear(this, word, [...input, resolve]).catch(reject)
    })
  }
}
