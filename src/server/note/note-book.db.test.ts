import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#domain/access/actor.ts'
import { SITTING_ENDS_MS } from '#domain/case/case-note.ts'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { readAs } from '#server/db/read-as.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { Clerk } from './clerk.ts'
import { NoteBook } from './note-book.ts'
import type { NoteNews } from './note-book.ts'
import type { NoteId } from './note-key.ts'
import { readSittings, readVersion } from './note-table.ts'
import { createNotes } from './notes.ts'
import { Tab } from './testing/tab.ts'
import { HANGS_AS_V2, typing, updateOf } from './testing/updates.ts'

let house: House
/** Each instance has a thread of its own; two of them serve all tests. */
const clerks = [new Clerk(), new Clerk()]
let made = 0

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await Promise.all(clerks.map((clerk) => clerk.close()))
  await house.close()
  await house.db.drop()
})

/** An instance's own view of the notes; what it is told goes into `news`. */
function instance(news: NoteNews[] = []): NoteBook {
  made += 1
  return new NoteBook(house.shell, (_note, one) => news.push(one), clerks[made % 2])
}
const aNote = async (): Promise<NoteId> => ({ caseId: await house.draft(), side: 'staff' })
const write = (book: NoteBook, note: NoteId, update: Uint8Array, by: Actor = WHO.ona) =>
  book.write(note, by, update, ORIGIN)
/** Somebody has it open there. */
const listen = (book: NoteBook, note: NoteId) => book.read(note, () => undefined)
const rowsOf = async (note: NoteId) =>
  (
    await house.db.pool.query<{ n: number }>(
      'select count(*)::int as n from case_note_update where case_id = $1',
      [note.caseId],
    )
  ).rows[0]?.n

it('what was acknowledged is there after a restart, sealed, and the same again changes nothing', async () => {
  const note = await aNote()
  const [first, second] = typing('Bidan Wiwi ', 'membenarkan')
  const before = instance()
  expect(await write(before, note, first!)).toMatchObject({ ok: true, seq: 1 })
  expect(await write(before, note, second!)).toMatchObject({ ok: true, seq: 2 })
  const after = instance()
  expect((await after.text(note)).text).toBe('Bidan Wiwi membenarkan')
  expect(await write(after, note, second!)).toMatchObject({ ok: true, seq: 2 })
  expect(await rowsOf(note)).toBe(2)
  const { rows } = await house.db.pool.query<{ sealed: Buffer }>('select sealed from case_note_update')
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toMatch(/Wiwi|membenarkan/)
})

it('many updates become one piece, and whoever was behind it comes to the same text', async () => {
  const note = await aNote()
  const news: NoteNews[] = []
  const [here, there] = [instance(), instance(news)]
  await write(here, note, updateOf('Awal. '))
  await listen(there, note)
  for (const update of typing(...Array.from({ length: 203 }, (_, index) => `${index} `)))
    await write(here, note, update)
  expect(await rowsOf(note)).toBeLessThan(10)
  await there.look(note)
  expect(news).toEqual([{ seq: 204, updates: 'all' }])
  expect((await there.text(note)).text).toBe((await here.text(note)).text)
  expect(await write(there, note, updateOf('Lagi.'))).toMatchObject({ ok: true, seq: 205 })
  await here.look(note)
  expect((await here.text(note)).text).toContain('Lagi.')
})

it('two instances write at once: both are there, each told of the other, in one row of numbers', async () => {
  const note = await aNote()
  const [ofOne, ofTwo]: [NoteNews[], NoteNews[]] = [[], []]
  const [one, two] = [instance(ofOne), instance(ofTwo)]
  await Promise.all([listen(one, note), listen(two, note)])
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      write(index % 2 === 0 ? one : two, note, updateOf(`(${index})`)),
    ),
  )
  expect(answers.map((answer) => answer.ok && answer.seq).toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 10 }, (_, index) => index + 1),
  )
  await Promise.all([one.look(note), two.look(note)])
  const text = (await one.text(note)).text
  expect((await two.text(note)).text).toBe(text)
  for (let index = 0; index < 10; index += 1) expect(text).toContain(`(${index})`)
  const told = (news: readonly NoteNews[]) =>
    news.flatMap(({ updates }) => (updates === 'all' ? [] : updates)).length
  expect([told(ofOne), told(ofTwo)]).toEqual([5, 5])
})

it('a refused update leaves no trace, and the next one is told as ever', async () => {
  const note = await aNote()
  const news: NoteNews[] = []
  const [here, there] = [instance(news), instance()]
  await listen(here, note)
  await write(here, note, updateOf('Satu'))
  expect(await write(here, note, typing('a', 'b')[1]!)).toEqual({ ok: false, why: 'gap' })
  await write(there, note, updateOf('Dua'))
  await here.look(note)
  expect(news).toHaveLength(1)
  expect((await here.text(note)).text).toMatch(/SatuDua|DuaSatu/)
})

it('a sitting: who wrote, one entry on record for each, and its text when it is over', async () => {
  const note = await aNote()
  const book = instance()
  for (const update of typing('Telepon ', 'bidan', '.')) await write(book, note, update, WHO.ona)
  await write(book, note, updateOf(' Sudah.'), WHO.hanafi)
  const first = (await book.text(note)).text
  expect(await book.closeSilent()).toBe(0)
  house.now += SITTING_ENDS_MS + MINUTE_MS
  await write(book, note, updateOf(' Lusa lagi.'), WHO.ona)
  house.now += SITTING_ENDS_MS + MINUTE_MS
  await Promise.all([book.closeSilent(), instance().closeSilent()])
  const sittings = await readSittings(house.db.pool, note, 10)
  expect(
    sittings.map(({ number, closed, writers }) => [number, closed, writers.map(({ id }) => id)]),
  ).toEqual([
    [2, true, ['ona']],
    [1, true, ['ona', 'hanafi']],
  ])
  const version = (number: number) => readVersion(house.db.pool, house.shell.sealer, note, number)
  expect(await version(1)).toBe(first)
  expect(await version(2)).toBe((await book.text(note)).text)
  const { rows } = await house.db.pool.query<{ person_id: string; detail: unknown }>(
    "select person_id, detail from audit_entry where action = 'note.write' and subject = $1 order by at, index",
    [note.caseId],
  )
  expect(rows.map(({ person_id, detail }) => [person_id, detail])).toEqual([
    ['ona', { side: 'staff', sitting: 1 }],
    ['hanafi', { side: 'staff', sitting: 1 }],
    ['ona', { side: 'staff', sitting: 2 }],
  ])
  expect(await rowsOf(note)).toBe(0) // what was typed and taken out again lies nowhere any more
})

it('behind the wall an applicant sees no row of the staff’s note, and another negeri none at all', async () => {
  const note = await aNote()
  const book = instance()
  await write(book, note, updateOf('x'))
  await write(book, { ...note, side: 'applicant' }, updateOf('y'))
  const { rows: owners } = await house.db.pool.query<{ owner_id: string; negeri: string }>(
    'select owner_id, negeri from case_file where id = $1',
    [note.caseId],
  )
  const { owner_id: personId = '', negeri = '' } = owners[0] ?? {}
  const sides = async (areas: readonly string[], ownOnly: boolean) =>
    readAs(house.db.pool, { personId, areas, ownOnly }, async (db) => {
      const notes = await db.query<{ side: string }>(
        'select side from case_note where case_id = $1 order by side',
        [note.caseId],
      )
      const sittings = await db.query('select 1 from case_note_sitting where case_id = $1', [note.caseId])
      return [notes.rows.map(({ side }) => side), sittings.rows.length]
    })
  expect(await sides([negeri], true)).toEqual([['applicant'], 0])
  expect(await sides([negeri], false)).toEqual([['applicant', 'staff'], 2])
  expect(await sides(['81.02'], false)).toEqual([[], 0])
})

it('an update that hangs: its sender is cut, the second time barred, the others go on, and it is counted', async () => {
  const careless = new Clerk({
    script: new URL('./testing/careless-worker.ts', import.meta.url),
    limitMs: 1200,
  })
  const notes = createNotes(house.shell, house.bus, careless)
  const caseId = await house.draft()
  const [bad, good] = [new Tab(WHO.ona), new Tab(WHO.hanafi)]
  const v2 = (words: string) => Y.convertUpdateFormatV1ToV2(updateOf(words))
  const send = (tab: Tab, update: Uint8Array) => tab.ask(notes, 'note-send', caseId, 'staff', update)
  expect(await send(good, v2('Satu'))).toEqual({ ok: true, seq: 1 })
  const [hung, other] = await Promise.all([send(bad, HANGS_AS_V2), send(good, v2(' dua'))])
  expect([hung, other]).toEqual([
    { ok: false, why: 'slow-down' },
    { ok: true, seq: 2 },
  ])
  expect([bad.cut, good.cut, careless.killed]).toEqual([true, false, 1])
  const again = new Tab(WHO.ona)
  expect(await send(again, HANGS_AS_V2)).toEqual({ ok: false, why: 'barred' })
  expect([again.cut, careless.killed]).toEqual([true, 2])
  expect(await send(new Tab(WHO.ona), v2(' tiga'))).toEqual({ ok: false, why: 'barred' })
  house.now += 11 * MINUTE_MS
  expect(await send(new Tab(WHO.ona), v2(' tiga'))).toEqual({ ok: true, seq: 3 })
  await notes.stop()
})
