import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import { ROLES } from '#domain/access/role.ts'
import type { Bus } from '#server/feed/bus.ts'
import type { NoteId } from './note-key.ts'
import { keyOf, noteOf } from './note-key.ts'

/** Where somebody's caret stands; without a person they are gone. Who it is, the server says. */
export type Caret = {
  /** Of the screen, not of the person: two windows of one person are two carets. */
  readonly id: string
  readonly person: Pick<Actor, 'id' | 'name' | 'role'> | null
  readonly anchor: Uint8Array | null
  readonly head: Uint8Array | null
}

const TOPIC = 'note-caret'
const Word = z.strictObject({
  note: z.string(),
  id: z.string(),
  person: z.nullable(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
  anchor: z.nullable(z.string()),
  head: z.nullable(z.string()),
})

/** Carets between instances. They may be lost: who writes says again where they are, and screens forget the silent. */
export function carryCarets(
  bus: Pick<Bus, 'say' | 'hear'>,
  heard: (note: NoteId, caret: Caret) => void,
): { say(note: NoteId, caret: Caret): void } {
  bus.hear(TOPIC, (text) => {
    const word = Word.safeParse(jsonOf(text))
    const note = word.success ? noteOf(word.data.note) : undefined
    if (!word.success || note === undefined) return
    const { id, person, anchor, head } = word.data
    heard(note, { id, person, anchor: bytesOf(anchor), head: bytesOf(head) })
  })
  return {
    say(note, { id, person, anchor, head }) {
      bus.say(
        TOPIC,
        JSON.stringify({ note: keyOf(note), id, person, anchor: textOf(anchor), head: textOf(head) }),
      )
    },
  }
}

const textOf = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('base64')
const bytesOf = (text: string | null) => (text === null ? null : Buffer.from(text, 'base64'))

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
