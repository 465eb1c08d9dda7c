import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '#domain/access/actor.ts'
import type { NoteSide } from '#domain/case/case-note.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { changePerson, endWithin } from '#server/auth/end-sessions.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import type { Instance } from '#server/live/testing/live-house.ts'
import { liveInstance } from '#server/live/testing/live-house.ts'
import { until } from '#server/live/testing/watcher.ts'
import { NoteBook } from '#server/note/note-book.ts'
import { noteLine } from './note-line.ts'
import { NoteSession } from './note-session.ts'
import { ScreenLink } from './testing/screen-link.ts'

let db: TestDatabase
let one: Instance
let two: Instance
let caseId = ''
const links: ScreenLink[] = []

beforeAll(async () => {
  db = await testDatabase()
  one = await liveInstance(db)
  two = await liveInstance(db)
})
afterEach(() => {
  for (const link of links.splice(0)) link.cut()
})
afterAll(async () => {
  await one.close()
  await two.close()
  await db.drop()
})

async function link(actor: Actor, at: Instance = one): Promise<ScreenLink> {
  const made = new ScreenLink(at.port, (await at.signIn(actor)).cookie)
  links.push(made)
  return made.up()
}

async function writer(actor: Actor, at: Instance = one, side: NoteSide = 'staff') {
  const screen = await link(actor, at)
  const session = new NoteSession(noteLine(screen, caseId, side), undefined)
  await until('the note', () => session.state.opened)
  return { screen, session, type: (words: string) => session.text.insert(session.text.length, words) }
}

/** What the table says, to someone who has just come. */
async function stored(side: NoteSide = 'staff'): Promise<string> {
  const book = new NoteBook(one.house.shell, () => undefined)
  const { text } = await book.text({ caseId, side })
  await book.close()
  return text
}

it('five people write in one note through two instances, two of them without a line: one text for all', async () => {
  caseId = await one.house.forwarded()
  const people = await Promise.all([
    writer(WHO.ona, one),
    writer(WHO.yopi, two),
    writer(WHO.verifier, one),
    writer(WHO.supervisor, two),
    writer(WHO.lena, one),
  ])
  const [ona, , , supervisor] = people
  for (let round = 0; round < 12; round += 1) {
    if (round === 3) for (const gone of [ona, supervisor]) gone.screen.cut()
    for (const [index, { session }] of people.entries()) {
      const { length } = session.text
      if (round % 4 === 3 && length > 4) session.text.delete(Math.floor(length / 2), 2)
      else session.text.insert(Math.floor((length * index) / people.length), `[${index}.${round}]`)
    }
    await sleep(20)
  }
  expect(ona.session.state.place).toBe('memory')
  for (const gone of [ona, supervisor]) await gone.screen.mend()
  await until('every word at the Dinas', () => people.every(({ session }) => session.state.place === 'dinas'))
  const texts = () => people.map(({ session }) => session.text.toJSON())
  await until('one text', () => new Set(texts()).size === 1)
  expect(await stored()).toBe(texts()[0])
  expect(texts()[0]).toMatch(/\[0\.9\].*|\[3\.9\]/s)
})

it('a lost answer: sent again, there once, and not called saved before it was answered', async () => {
  caseId = await one.house.forwarded()
  const { screen, session, type } = await writer(WHO.yopi)
  screen.loseAnswers = 2
  type('Bidan Wiwi membenarkan')
  await until('two lost answers', () => screen.loseAnswers === 0)
  expect(session.state.place).not.toBe('dinas')
  await until('the third', () => session.state.place === 'dinas')
  expect(await stored()).toBe('Bidan Wiwi membenarkan')
})

it('another negeri, leadership and an applicant: not there, or theirs to read only, and never a byte of the other text', async () => {
  caseId = await one.house.submitted(WHO.citizen)
  const owner = await one.signIn(WHO.citizen)
  await db.pool.query('update case_file set owner_id = $2 where id = $1', [caseId, owner.personId])
  const staff = await writer(WHO.ona)
  const shared = await writer(WHO.ona, one, 'applicant')
  const citizen = new ScreenLink(one.port, owner.cookie)
  links.push(citizen)
  await citizen.up()
  for (const word of ['note-read', 'note-open'])
    expect(
      await citizen.ask(word, caseId, 'staff', ...(word === 'note-open' ? [new Uint8Array()] : [])),
    ).toEqual({
      ok: false,
      why: 'not-found',
    })
  expect(await citizen.ask('note-open', caseId, 'applicant', new Uint8Array())).toMatchObject({
    why: 'read-only',
  })
  expect(await citizen.ask('note-read', caseId, 'applicant')).toMatchObject({ ok: true, text: '' })
  for (const stranger of [WHO.elsewhere, WHO.neighbour, WHO.regent]) {
    const screen = await link(stranger)
    expect(await screen.ask('note-read', caseId, 'applicant')).toEqual({ ok: false, why: 'not-found' })
    expect(await screen.ask('note-open', caseId, 'staff', new Uint8Array())).toEqual({
      ok: false,
      why: 'not-found',
    })
    expect(await screen.ask('note-send', caseId, 'staff', aWord())).toEqual({ ok: false, why: 'not-found' })
  }
  staff.type('RAHASIA')
  shared.type('Datang hari Senin')
  await until('the words for the applicant', () => citizen.bytes.includes('Datang hari Senin'))
  expect(await citizen.ask('note-send', caseId, 'applicant', aWord())).toEqual({
    ok: false,
    why: 'read-only',
  })
  await until('all saved', () => [staff, shared].every(({ session }) => session.state.place === 'dinas'))
  expect(citizen.bytes).not.toContain('RAHASIA')
  expect(citizen.bytes).not.toContain('Ona') // nor who writes
})

it('whose rights end hears nothing more, and nothing of theirs is taken', async () => {
  caseId = await one.house.forwarded()
  const { cookie, personId } = await one.signIn(WHO.ona)
  const gone = new ScreenLink(one.port, cookie)
  links.push(gone)
  const session = new NoteSession(noteLine(await gone.up(), caseId, 'staff'), undefined)
  const yopi = await writer(WHO.yopi, two)
  await until('the note', () => session.state.opened)
  await changePerson(one.house.shell, async (client) => {
    await client.query('update person set areas = $2 where id = $1', [personId, [BANDA]])
    await endWithin(one.house.shell, client, { personId }, 'admin')
  })
  await until('the end', () => gone.socket.disconnected, 1000)
  const before = gone.bytes
  yopi.type('Sesudahnya')
  await until('at the Dinas', () => yopi.session.state.place === 'dinas')
  await sleep(300)
  expect(gone.bytes).toBe(before)
  expect(session.text.toJSON()).toBe('')
})

it('a case that goes out of reach is closed to those who had it open, within a second or so', async () => {
  caseId = await one.house.forwarded()
  const ona = await writer(WHO.ona)
  await db.pool.query('update case_file set negeri = $2 where id = $1', [caseId, BANDA])
  await until('it is closed', () => ona.session.state.refused === 'not-found', 3000)
  const yopi = await writer(WHO.yopi)
  yopi.type('Pindah')
  await until('at the Dinas', () => yopi.session.state.place === 'dinas')
  expect(ona.screen.bytes).not.toContain('Pindah')
  await db.pool.query('update case_file set negeri = $2 where id = $1', [caseId, SAPARUA])
})

it('what is too large, malformed or too fast is refused, and the note stands', async () => {
  caseId = await one.house.forwarded()
  const { type, session } = await writer(WHO.yopi)
  type('Tetap')
  await until('at the Dinas', () => session.state.place === 'dinas')
  for (const frame of [
    [caseId, 'staff', new Uint8Array(65 * 1024)],
    [caseId, 'lain', aWord()],
    [caseId, 'staff', 'bukan byte'],
    ['1', 'staff', aWord()],
  ]) {
    const forger = await link(WHO.lena)
    forger.socket.emit('note-send', ...frame)
    await until('it is cut', () => forger.socket.disconnected)
  }
  const hasty = await link(WHO.lena)
  const answers = await Promise.all(
    Array.from({ length: 80 }, () => hasty.ask('note-send', caseId, 'staff', aWord()).catch(() => undefined)),
  )
  expect(answers.filter((answer) => JSON.stringify(answer) === '{"ok":false,"why":"slow-down"}').length).toBe(
    20,
  )
  expect(await stored()).toContain('Tetap')
})

it('carets are named by the server, on both instances, and gone with their screen', async () => {
  caseId = await one.house.forwarded()
  const [yopi, lena, there] = [
    await writer(WHO.yopi),
    await writer(WHO.lena),
    await writer(WHO.verifier, two),
  ]
  const spot = Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(yopi.session.text, 0))
  yopi.screen.say('note-at', caseId, 'staff', spot, spot)
  const carets = (screen: ScreenLink) =>
    screen.heard
      .filter(([event]) => event === 'note-caret')
      .map(([, frame]) => (frame as unknown[])[3] as { name: string } | null)
  for (const { screen } of [lena, there])
    await until('the name at the caret', () => carets(screen).at(-1)?.name === WHO.yopi.name)
  yopi.screen.cut()
  for (const { screen } of [lena, there]) await until('no caret', () => carets(screen).at(-1) === null)
})

function aWord(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, 'x')
  return Y.encodeStateAsUpdate(doc)
}
