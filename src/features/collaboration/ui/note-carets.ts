import * as Y from 'yjs'
import type { Actor } from '#domain/access/actor.ts'
import { colourOf } from '#ui/avatar.tsx'
import type { NoteLine } from './note-line.ts'
import { bytesOf } from './note-line.ts'

type Cursor = { readonly anchor: Y.RelativePosition; readonly head: Y.RelativePosition }
type Presence = {
  readonly user: { readonly name: string; readonly color: string; readonly colorLight: string }
  readonly cursor: Cursor | null
}
type Change = { readonly added: number[]; readonly updated: number[]; readonly removed: number[] }
type Person = Pick<Actor, 'id' | 'name' | 'role'>

const SAY_MS = 120
/** Who goes on writing says so again; whoever has been silent for longer has no caret here any more. */
const REPEAT_MS = 10_000
const FORGET_MS = 25_000

/**
 * Where the carets are, in the shape that the editor's binding asks for. It is told of others by the server, which says
 * who they are; a screen says only where it is, and only while somebody writes in it.
 */
export class NoteCarets {
  readonly doc: Y.Doc
  readonly #line: NoteLine
  readonly #others = new Map<number, Presence & { readonly heardAt: number; readonly person: Person }>()
  readonly #keys = new Map<string, number>()
  readonly #listeners = new Set<(change: Change) => void>()
  readonly #stops: (() => void)[] = []
  #own: { cursor: Cursor | null } = { cursor: null }
  #saying: ReturnType<typeof setTimeout> | undefined

  constructor(doc: Y.Doc, line: NoteLine) {
    this.doc = doc
    this.#line = line
    const beat = setInterval(() => {
      if (this.#own.cursor !== null) this.#saySoon()
      this.#forgetSilent()
    }, REPEAT_MS)
    this.#stops.push(
      line.hear('note-caret', ([key, person, anchor, head]) =>
        this.#hear(String(key), person as Person | null, anchor as ArrayBuffer, head as ArrayBuffer),
      ),
      () => clearInterval(beat),
    )
  }

  close(): void {
    clearTimeout(this.#saying)
    this.#stops.forEach((stop) => stop())
    this.#line.at(null, null)
  }

  /** Whoever has a caret in this text now. */
  people(): readonly Person[] {
    return [...new Map([...this.#others.values()].map(({ person }) => [person.id, person])).values()]
  }

  // What the binding asks for.
  on(_event: 'change', listener: (change: Change) => void): void {
    this.#listeners.add(listener)
  }
  off(_event: 'change', listener: (change: Change) => void): void {
    this.#listeners.delete(listener)
  }
  getStates(): ReadonlyMap<number, Presence> {
    return this.#others
  }
  getLocalState(): { readonly cursor: Cursor | null } {
    return this.#own
  }
  setLocalStateField(_field: 'cursor', cursor: Cursor | null): void {
    this.#own = { cursor }
    this.#saySoon()
  }

  /** Looking elsewhere: the caret is taken away. */
  left(): void {
    this.#own = { cursor: null }
    this.#saySoon()
  }

  #saySoon(): void {
    this.#saying ??= setTimeout(() => {
      this.#saying = undefined
      const { cursor } = this.#own
      const [anchor, head] = cursor
        ? [Y.encodeRelativePosition(cursor.anchor), Y.encodeRelativePosition(cursor.head)]
        : [null, null]
      this.#line.at(anchor, head)
    }, SAY_MS)
  }

  #hear(key: string, person: Person | null, anchor: ArrayBuffer | null, head: ArrayBuffer | null): void {
    const known = this.#keys.get(key)
    if (person === null || anchor === null || head === null) {
      if (known === undefined) return
      this.#others.delete(known)
      this.#keys.delete(key)
      return this.#tell({ added: [], updated: [], removed: [known] })
    }
    try {
      const cursor = {
        anchor: Y.decodeRelativePosition(bytesOf(anchor)),
        head: Y.decodeRelativePosition(bytesOf(head)),
      }
      const number = known ?? this.#keys.size + Math.floor(Math.random() * 1e9)
      this.#keys.set(key, number)
      // The binding takes carets of one colour for one caret: what follows the comma makes it this person's own.
      const colour = `var(--p${colourOf(person.id)}, #${person.id
        .replaceAll(/[^0-9a-f]/g, '')
        .padEnd(6, '0')
        .slice(0, 6)})`
      const user = {
        name: person.name.split(' ')[0] ?? person.name, // the whole name would lie over the line above
        color: colour,
        colorLight: `color-mix(in srgb, ${colour} 22%, transparent)`,
      }
      this.#others.set(number, { user, cursor, person, heardAt: Date.now() })
      const numbers = [number]
      this.#tell({ added: known ? [] : numbers, updated: known ? numbers : [], removed: [] })
    } catch {
      // Not a place in a text.
    }
  }

  #forgetSilent(): void {
    const silent = [...this.#keys].filter(
      ([, number]) => Date.now() - (this.#others.get(number)?.heardAt ?? 0) > FORGET_MS,
    )
    for (const [key] of silent) this.#hear(key, null, null, null)
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }
}
