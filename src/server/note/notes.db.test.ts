import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { SITTING_ENDS_MS } from '#domain/case/case-note.ts'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { dayChain } from '#server/audit/record.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { ClerkOptions } from './clerk.ts'
import { Clerk } from './clerk.ts'
import { KnownNotes } from './known-notes.ts'
import { createLook } from './look-round.ts'
import { NoteAudience } from './note-audience.ts'
import { NoteBook } from './note-book.ts'
import type { NoteId } from './note-key.ts'
import { keyOf, MOST_ON_SHELF } from './note-key.ts'
import { readSilent, readSittings } from './note-table.ts'
import type { Notes } from './notes.ts'
import { createNotes } from './notes.ts'
import { Tab } from './testing/tab.ts'
import { typing, updateOf } from './testing/updates.ts'

/** A house with as few connections as a bad day leaves. */
const CONNECTIONS = 4
let house: House
const running: Notes[] = []

beforeAll(async () => {
  house = await new House(await testDatabase(), { connections: CONNECTIONS }).open()
})
afterEach(() => Promise.all(running.splice(0).map((notes) => notes.stop())))
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const aNote = async (): Promise<NoteId> => ({ caseId: await house.draft(), side: 'staff' })
const book = (clerk?: Clerk) => new NoteBook(house.shell, () => undefined, clerk)
function notes(options?: ClerkOptions): Notes {
  const made = createNotes(house.shell, house.bus, new Clerk(options))
  running.push(made)
  return made
}
async function opened(at: Notes, { caseId, side }: NoteId): Promise<Tab> {
  const tab = new Tab(WHO.ona)
  expect(await tab.ask(at, 'note-open', caseId, side, new Uint8Array())).toMatchObject({ ok: true })
  return tab
}

it('twenty write at once after their documents were lost: all come through, four at a time', async () => {
  const ids: NoteId[] = []
  for (let index = 0; index < 20; index += 1) ids.push(await aNote())
  for (const [round, pool] of [house.shell.pool, house.db.pool].entries()) {
    const clerk = new Clerk()
    const one = new NoteBook({ ...house.shell, pool }, () => undefined, clerk)
    const all = (words: string) =>
      Promise.all(ids.map((note) => one.write(note, WHO.ona, updateOf(words), ORIGIN)))
    await all('a')
    for (const note of ids) await clerk.ask('forget', keyOf(note), {}) // as after a thread that was killed
    let [held, most] = [0, 0]
    pool.on('acquire', () => (most = Math.max(most, (held += 1))))
    pool.on('release', () => (held -= 1))
    expect((await all('b')).every((answer) => answer.ok && answer.seq === 2 * round + 2)).toBe(true)
    expect(most).toBeLessThanOrEqual(4)
    await one.close()
  }
})

it('a round asks once for all notes, and again only of those that moved; a slow one is not overtaken', async () => {
  const [still, moved] = [await aNote(), await aNote()]
  const [here, there] = [book(), book()]
  const audience = new NoteAudience()
  for (const note of [still, moved]) {
    await there.write(note, WHO.ona, updateOf('x'), ORIGIN)
    await here.read(note, () => void audience.join(note, new Tab(WHO.ona), false))
  }
  await there.write(moved, WHO.ona, updateOf('y'), ORIGIN)
  const looked: NoteId[] = []
  const look = createLook(house.shell, {
    audience,
    book: {
      isBehind: (note, seq) => here.isBehind(note, seq),
      look(note) {
        looked.push(note)
        return here.look(note)
      },
    },
    leave: (note, screen) => void audience.leave(note, screen),
  })
  await Promise.all([look(), look(), look()])
  expect(looked.map(keyOf)).toEqual([keyOf(moved)])
  await look()
  expect(looked).toHaveLength(1)
  for (const one of [here, there]) await one.close()
})

it('what is written while a reading is put on record reaches the reader', async () => {
  const note = await aNote()
  let recording = () => {}
  const recorded = new Promise<void>((resolve) => (recording = resolve))
  const clock = () => {
    if (reading !== undefined) recording() // of a reading only its entry asks for the time
    return house.now
  }
  let reading: Promise<unknown> | undefined
  const one = createNotes({ ...house.shell, clock }, house.bus)
  running.push(one)
  const [writer, reader] = [await opened(one, note), new Tab(WHO.hanafi)]
  const [first, second] = typing('Datang Senin', ', bukan Selasa')
  const send = (update: Uint8Array) => writer.ask(one, 'note-send', note.caseId, note.side, update)
  await send(first!)
  const blocker = await house.db.pool.connect()
  await blocker.query('begin')
  await blocker.query('select 1 from audit_chain where chain = $1 for update', [dayChain(house.now)])
  reading = reader.ask(one, 'note-read', note.caseId, note.side)
  await recorded
  const sent = send(second!)
  await Promise.race([sent, pause(100)]) // it may be done by now, or wait for the reading to end
  await blocker.query('commit')
  blocker.release()
  expect(await sent).toMatchObject({ ok: true })
  const answer = (await reading) as { readonly text: string }
  const shown = () => [answer.text, ...reader.heard.map(([, frame]) => frame[2])].at(-1)
  await vi.waitFor(() => expect(shown()).toBe('Datang Senin, bukan Selasa'), { timeout: 1000, interval: 10 })
})

it('a screen that opens its note again, alone with it, is told what other instances write', async () => {
  const note = await aNote()
  const one = notes()
  const there = book()
  await there.write(note, WHO.hanafi, updateOf('Satu'), ORIGIN)
  const tab = await opened(one, note)
  await tab.ask(one, 'note-open', note.caseId, note.side, new Uint8Array())
  await there.write(note, WHO.hanafi, updateOf('Dua'), ORIGIN)
  await vi.waitFor(() => expect(tab.heard.map(([event]) => event)).toContain('note-news'), {
    timeout: 1900,
    interval: 10,
  })
  await there.close()
})

it('a thread that stands still over nobody’s update is nobody’s fault: try again', async () => {
  const note = await aNote()
  await book().write(note, WHO.ona, updateOf('x'), ORIGIN)
  const one = notes({ script: new URL('./testing/silent-worker.ts', import.meta.url), limitMs: 20 })
  const tab = new Tab(WHO.ona)
  const say = (word: 'note-open' | 'note-send' | 'note-read', ...more: Uint8Array[]) =>
    tab.ask(one, word, note.caseId, note.side, ...more)
  const slower = { ok: false, why: 'slow-down' }
  for (let time = 0; time < 3; time += 1) expect(await say('note-send', updateOf('y'))).toEqual(slower)
  expect(await say('note-open', new Uint8Array())).toEqual(slower)
  expect(await say('note-read')).toEqual(slower)
  expect(tab.cut).toBe(false)
})

it('one note that does not open keeps no other sitting from its end, and is not first again', async () => {
  const [bad, good] = [await aNote(), await aNote()]
  for (const note of [bad, good]) {
    await book().write(note, WHO.ona, updateOf('x'), ORIGIN)
    house.now += MINUTE_MS
  }
  house.now += SITTING_ENDS_MS
  const { sealer } = house.shell
  const openBytes: typeof sealer.openBytes = (sealed, place) => {
    if (place.includes(bad.caseId)) throw new Error('does not open')
    return sealer.openBytes(sealed, place)
  }
  const one = new NoteBook({ ...house.shell, sealer: { ...sealer, openBytes } }, () => undefined)
  await one.closeSilent()
  const closed = async (note: NoteId) => (await readSittings(house.db.pool, note, 1))[0]?.closed
  expect([await closed(bad), await closed(good)]).toEqual([false, true])
  await book().write(good, WHO.ona, updateOf('y'), ORIGIN)
  const first = await readSilent(house.db.pool, house.now + 1, 1, [keyOf(bad)])
  expect(first).toEqual([good])
  await one.close()
})

it('of notes that nobody has open, nothing is remembered but what lies on the shelf', async () => {
  const note = await aNote()
  const one = book()
  await one.write(note, WHO.ona, updateOf('x'), ORIGIN)
  expect(one.isBehind(note, 1)).toBe(true) // it was told nowhere
  await one.read(note, () => undefined)
  expect(one.isBehind(note, 1)).toBe(false)
  one.forgetListeners(note)
  expect(one.isBehind(note, 1)).toBe(true)
  await one.close()
  const known = new KnownNotes(house.shell.sealer, new Clerk())
  for (let index = 0; index <= MOST_ON_SHELF; index += 1)
    known.cameTo({ caseId: `${index}`, side: 'staff' }, 1)
  expect([known.of({ caseId: '0', side: 'staff' }), known.of({ caseId: '1', side: 'staff' })]).toEqual([
    undefined,
    1,
  ])
})
