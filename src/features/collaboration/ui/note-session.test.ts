import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { DocShelf } from '#server/note/doc-shelf.ts'
import type { NoteKeep } from './note-keep.ts'
import type { NoteLink } from './note-line.ts'
import { noteLine } from './note-line.ts'
import { NoteSession } from './note-session.ts'

const KEY = 'note'
type Loss = 'none' | 'question' | 'answer'

/** The Dinas, as one instance is: what it took it has, and tells the others. */
class Dinas {
  readonly shelf = new DocShelf()
  readonly links = new Set<Wire>()
  #rows: Uint8Array[] = []
  constructor() {
    this.shelf.load(KEY, [])
  }

  send(from: Wire, update: Uint8Array): object {
    const written = this.shelf.write(KEY, update)
    if (!written.ok) {
      this.shelf.load(KEY, this.#rows)
      return written
    }
    if (!written.changed) return { ok: true, seq: this.#rows.length }
    this.#rows.push(written.update)
    for (const link of this.links) if (link !== from || written.mended) link.news(written.update)
    return { ok: true, seq: this.#rows.length }
  }
}

/** The line of one tab, which is cut, mended, and loses a question or its answer. */
class Wire implements NoteLink {
  connected = true
  loses: Loss = 'none'
  #opened = false
  readonly #dinas: Dinas
  readonly #ears = new Map<string, (frame: readonly unknown[]) => void>()
  #online: (() => void) | undefined

  constructor(dinas: Dinas) {
    this.#dinas = dinas
    dinas.links.add(this)
  }
  hear(event: string, ear: (frame: readonly unknown[]) => void): () => void {
    this.#ears.set(event, ear)
    return () => this.#ears.delete(event)
  }
  onLine(listener: () => void): () => void {
    this.#online = listener
    return () => (this.#online = undefined)
  }
  say(): void {}
  async ask(event: string, ...[, , bytes]: readonly unknown[]): Promise<unknown> {
    await Promise.resolve()
    const loss = event === 'note-send' ? this.loses : 'none'
    if (event === 'note-send') this.loses = 'none'
    if (!this.connected || loss === 'question') throw new Error('lost')
    const { shelf } = this.#dinas
    if (event === 'note-open') this.#opened = true
    const answer =
      event === 'note-open'
        ? { ok: true, ...shelf.since(KEY, bytes as Uint8Array) }
        : this.#dinas.send(this, bytes as Uint8Array)
    if (loss === 'answer') throw new Error('lost')
    return answer
  }
  news(update: Uint8Array): void {
    if (this.connected && this.#opened) this.#ears.get('note-news')?.(['case', 'staff', 0, update])
  }
  set(connected: boolean): void {
    this.connected = connected
    if (!connected) this.#opened = false
    this.#online?.()
  }
  die(): void {
    this.#dinas.links.delete(this)
    this.#ears.clear()
    this.connected = false
  }
}

/** The sealed store of one device, which outlives its tabs. */
class Device {
  readonly entries = new Map<number, readonly Uint8Array[]>()
  #tabs = 0
  keep(): NoteKeep {
    const id = (this.#tabs += 1)
    let found: number[] = []
    return {
      left: () => {
        found = [...this.entries.keys()]
        return Promise.resolve(found.flatMap((one) => this.entries.get(one) ?? []))
      },
      write: (updates) => {
        if (updates.length === 0) this.entries.delete(id)
        else this.entries.set(id, [...updates])
        return Promise.resolve()
      },
      settled: () => {
        for (const one of found.splice(0)) this.entries.delete(one)
        return Promise.resolve()
      },
    }
  }
}

class Person {
  readonly device = new Device()
  wire: Wire
  session: NoteSession
  readonly #dinas: Dinas
  constructor(dinas: Dinas) {
    this.#dinas = dinas
    this.wire = new Wire(dinas)
    this.session = new NoteSession(noteLine(this.wire, 'case', 'staff'), this.device.keep())
  }
  /** The tab is killed, and opened again. */
  again(): void {
    this.wire.die()
    this.wire = new Wire(this.#dinas)
    this.session = new NoteSession(noteLine(this.wire, 'case', 'staff'), this.device.keep())
  }
  get place() {
    return this.session.state.place
  }
}

const WHO = fc.integer({ min: 0, max: 2 })
const STEP = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('type' as const), who: WHO, at: fc.nat(), cuts: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('cut' as const), who: WHO }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('mend' as const), who: WHO }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('kill' as const), who: WHO }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('lose' as const),
      who: WHO,
      what: fc.constantFrom<Loss>('question', 'answer'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 2000 }) }),
  },
)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('whatever is cut, lost, killed and typed at once: one text for all, nothing lost, and no mark that lies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 60 }), async (steps) => {
      const dinas = new Dinas()
      const people = [new Person(dinas), new Person(dinas), new Person(dinas)]
      await vi.advanceTimersByTimeAsync(10)
      const [typed, erased] = [new Set<string>(), new Set<string>()]
      let letter = 0x4e00 // each letter once, so that a lost one is seen
      for (const step of steps) {
        if (step.does === 'wait') {
          await vi.advanceTimersByTimeAsync(step.ms)
          continue
        }
        const person = people[step.who]!
        if (step.does === 'cut') person.wire.set(false)
        if (step.does === 'mend') person.wire.set(true)
        if (step.does === 'lose') person.wire.loses = step.what
        // What stands in memory only is lost with the tab, and is said to be; it is killed when nothing is.
        if (step.does === 'kill' && (person.place === 'device' || person.place === 'dinas')) person.again()
        if (step.does === 'type' && person.session.state.opened) {
          const { text } = person.session
          const at = text.length === 0 ? 0 : step.at % text.length
          const gone = text.toJSON().slice(at, at + step.cuts)
          if (gone !== '') text.delete(at, gone.length)
          for (const one of gone) erased.add(one)
          const word = String.fromCharCode(letter, letter + 1)
          letter += 2
          text.insert(at, word)
          for (const one of word) typed.add(one)
        }
        for (const one of people) checkMarks(one, dinas)
      }
      for (const { wire } of people) wire.set(true)
      await vi.advanceTimersByTimeAsync(30_000)
      const text = dinas.shelf.textOf(KEY)
      expect(people.map(({ session }) => session.text.toJSON())).toEqual([text, text, text])
      expect(people.map(({ place }) => place)).toEqual(['dinas', 'dinas', 'dinas'])
      expect([...text].toSorted()).toEqual([...typed].filter((one) => !erased.has(one)).toSorted())
      expect(people.flatMap(({ device }) => [...device.entries])).toEqual([])
      for (const { wire } of people) wire.die()
    }),
    { numRuns: 60 },
  )
})

function checkMarks({ session, device, place }: Person, dinas: Dinas): void {
  const own = session.doc.clientID
  const clock = (update: Uint8Array) =>
    Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)).get(own) ?? 0
  const mine = clock(Y.encodeStateAsUpdate(session.doc))
  const there = clock(dinas.shelf.stateOf(KEY))
  if (place === 'dinas') expect(there).toBe(mine)
  if (place !== 'device') return
  const kept = [...device.entries.values()].flat()
  expect(clock(Y.mergeUpdates([dinas.shelf.stateOf(KEY), ...kept]))).toBe(mine)
}

it('words without a device are said to be in memory, and at the Dinas only when it answered', async () => {
  const dinas = new Dinas()
  const wire = new Wire(dinas)
  const session = new NoteSession(noteLine(wire, 'case', 'staff'), undefined)
  await vi.advanceTimersByTimeAsync(10)
  wire.set(false)
  session.text.insert(0, 'Tanpa sinyal')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(session.state).toMatchObject({ place: 'memory', connected: false, keeps: false })
  wire.set(true)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(session.state).toMatchObject({ place: 'dinas', connected: true })
})

it('a closed note goes on until its last word is at the Dinas', async () => {
  const dinas = new Dinas()
  const wire = new Wire(dinas)
  const session = new NoteSession(noteLine(wire, 'case', 'staff'), undefined)
  await vi.advanceTimersByTimeAsync(10)
  wire.set(false)
  session.text.insert(0, 'Terakhir')
  const done = vi.fn()
  session.close(done)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(done).not.toHaveBeenCalled()
  wire.set(true)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(done).toHaveBeenCalledOnce()
  expect(dinas.shelf.textOf(KEY)).toBe('Terakhir')
})
