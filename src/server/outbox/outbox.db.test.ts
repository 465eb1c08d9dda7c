import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { CommandEnvelope } from '#domain/case/command.ts'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import type { BatchAnswer, ItemResult } from '#domain/intake/outbox-wire.ts'
import { OUTBOX_MARK, wholeResults } from '#domain/intake/outbox-wire.ts'
import { endSessionsNow } from '#server/auth/end-sessions.ts'
import { openSession } from '#server/auth/open-session.ts'
import { loadCase, loadEvents } from '#server/case/load-case.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { acceptBatch } from './accept-batch.ts'
import { keptWork, settleKept } from './kept-work.ts'
import { outboxHandler } from './outbox-handler.ts'

let db: TestDatabase
let house: House
let server: Server
let base = ''
let mina: { id: string; cookie: string }
let ona: { id: string; cookie: string }

beforeAll(async () => {
  db = await testDatabase()
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  house = await new House(db, { config: { appUrl: base } }).open()
  const handler = outboxHandler({ ...house.shell, clock: Date.now })
  server.on('request', (req, res) => void handler(req, res).catch(() => res.destroy()))
  ;[mina, ona] = [await officer(), await officer()]
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await house.close()
  await db.drop()
})

async function officer() {
  const id = randomUUID()
  await db.prisma.person.create({
    data: {
      id,
      username: id,
      name: 'Mina',
      passwordHash: '',
      role: 'NEGERI_OFFICER',
      areas: [SAPARUA],
      services: [],
    },
  })
  const { token } = await openSession({ clock: Date.now }, db.pool, id, ORIGIN, false)
  return { id, cookie: `satu-antrean=${token}` }
}

const create = (caseId: string): CommandEnvelope => ({
  commandId: randomUUID(),
  caseId,
  seenVersion: 0,
  command: { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: SAPARUA },
})
const note = (caseId: string): CommandEnvelope => ({
  commandId: randomUUID(),
  caseId,
  seenVersion: 1,
  command: { type: 'writeNote', noteId: randomUUID(), text: 'Catatan', visibility: 'internal' },
})
const batchOf = (personId: string, items: readonly unknown[], schema = 1) =>
  gzipSync(JSON.stringify({ schema, personId, items }))

async function post(
  body: Buffer,
  more: { who?: typeof mina; id?: string; at?: number; of?: number; headers?: object } = {},
): Promise<{ status: number; answer: BatchAnswer }> {
  const { who = mina, id = randomUUID(), at = 0, of = body.length, headers = {} } = more
  const answer = await fetch(`${base}/outbox/${id}?at=${at}&of=${of}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { cookie: who.cookie, origin: base, 'x-person': who.id, ...headers },
  })
  return { status: answer.status, answer: (await answer.json()) as BatchAnswer }
}
const resultsOf = (answer: BatchAnswer): readonly ItemResult[] =>
  wholeResults('results' in answer ? answer.results : [], [])

test('a batch is done in order within each case; sent again, also at once, nothing is done twice', async () => {
  const [a, b] = [randomUUID(), randomUUID()]
  const items = [create(a), create(b), note(a), note(b), note(a)]
  const batch = batchOf(mina.id, items)
  const answers = await Promise.all([post(batch), post(batch), post(batch)])
  for (const { answer } of answers)
    expect(resultsOf(answer).map((one) => one.result)).toEqual(Array(5).fill('done'))
  expect((await loadEvents(house.shell, a)).map((event) => event.type)).toEqual([
    'DraftCreated',
    'NoteWritten',
    'NoteWritten',
  ])
  expect((await loadEvents(house.shell, b)).map((event) => event.type)).toEqual([
    'DraftCreated',
    'NoteWritten',
  ])
})

test('cut in the middle it goes on at the byte, and what it came to can be asked again', async () => {
  const caseId = randomUUID()
  const batch = batchOf(mina.id, [create(caseId)])
  const id = randomUUID()
  const half = Math.floor(batch.length / 2)
  const first = await post(batch.subarray(0, half), { id, of: batch.length })
  expect(first.answer).toEqual({ mark: OUTBOX_MARK, have: half })
  expect(await loadCase(house.shell, caseId)).toBeUndefined()
  // Not where it stopped: nothing of it is taken, and it is told where that is.
  expect((await post(batch.subarray(half + 3), { id, at: half + 3, of: batch.length })).answer).toMatchObject(
    { have: half },
  )
  const rest = await post(batch.subarray(half), { id, at: half, of: batch.length })
  expect(resultsOf(rest.answer)).toMatchObject([{ result: 'done', version: 1 }])
  const again = await fetch(`${base}/outbox/${id}`, { headers: { cookie: mina.cookie, 'x-person': mina.id } })
  expect(await again.json()).toEqual(rest.answer)
  const headers = { cookie: mina.cookie, 'x-person': mina.id }
  const short = await fetch(`${base}/outbox/${id}?short=1`, { headers })
  expect(await short.json()).toEqual({ mark: OUTBOX_MARK, results: [1] })
  const other = await fetch(`${base}/outbox/${id}`, { headers: { cookie: ona.cookie, 'x-person': ona.id } })
  expect(await other.json()).toEqual({ mark: OUTBOX_MARK, have: 0 })
})

test('whose rights ended while the batch was on its way does nothing', async () => {
  const who = await officer()
  const [id, caseId] = [randomUUID(), randomUUID()]
  const batch = batchOf(who.id, [create(caseId)])
  const headers = { cookie: who.cookie, origin: base, 'x-person': who.id }
  const asked = request(`${base}/outbox/${id}?at=0&of=${batch.length}`, { method: 'POST', headers })
  const answered = once(asked, 'response')
  asked.write(batch.subarray(0, 20))
  const have = async () => (await (await fetch(`${base}/outbox/${id}`, { headers })).json()) as BatchAnswer
  await expect.poll(have).toEqual({ mark: OUTBOX_MARK, have: 20 })
  await endSessionsNow(house.shell, { personId: who.id }, 'admin')
  asked.end(batch.subarray(20))
  const [{ statusCode }] = (await answered) as [IncomingMessage]
  expect(statusCode).toBe(401)
  expect(await loadCase(house.shell, caseId)).toBeUndefined()
})

test('one bad item stops neither another case nor the words behind it, but its case is not handed in', async () => {
  const [bad, good] = [randomUUID(), randomUUID()]
  const strange = {
    commandId: randomUUID(),
    caseId: bad,
    seenVersion: 1,
    command: { type: 'edit', changed: { shoe: 4 }, base: {} },
  }
  const unread = { commandId: randomUUID(), caseId: good, seenVersion: 1, command: { type: 'dance' } }
  const submit = { commandId: randomUUID(), caseId: bad, seenVersion: 1, command: { type: 'submit' } }
  const { answer } = await post(
    batchOf(mina.id, [create(bad), strange, note(bad), submit, unread, create(good), note(good)]),
  )
  expect(resultsOf(answer).map((one) => one.result)).toEqual([
    'done',
    'refused',
    'done',
    'waits',
    'bad-input',
    'done',
    'done',
  ])
})

test('without its beginning a case waits whole', async () => {
  const caseId = randomUUID()
  const elsewhere = {
    ...create(caseId),
    command: { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: '81.06.01.2001' },
  }
  const { answer } = await post(batchOf(mina.id, [elsewhere, note(caseId)]))
  expect(resultsOf(answer).map((one) => one.result)).toEqual(['refused', 'waits'])
})

test('words to a case that went on are kept whole and sealed, once; a paper stays with the device', async () => {
  const caseId = await house.draft(WHO.hanafi, SAPARUA, 'KK')
  await house.do(WHO.hanafi, caseId, { type: 'discard' })
  const edit = {
    commandId: randomUUID(),
    caseId,
    seenVersion: 1,
    command: { type: 'edit' as const, changed: { headName: 'Aminah' }, base: {} },
  }
  const paper = {
    commandId: randomUUID(),
    caseId,
    seenVersion: 0,
    command: { type: 'addPaper' as const, fileId: randomUUID(), ruleId: 'KTP' },
  }
  for (let times = 0; times < 2; times += 1) {
    const results = await acceptBatch(house.shell, WHO.hanafi, [edit, paper], ORIGIN)
    expect(results.map((one) => one.result)).toEqual(['kept', 'refused'])
  }
  const { rows } = await db.pool.query<{ command_id: string; sealed: Buffer }>(
    'select command_id, sealed from kept_work where case_id = $1',
    [caseId],
  )
  expect(rows).toHaveLength(1)
  expect(
    JSON.parse(house.shell.sealer.open(rows[0]?.sealed ?? Buffer.alloc(0), `kept:${edit.commandId}`)),
  ).toEqual(edit.command)
  expect(rows[0]?.sealed.toString('latin1')).not.toContain('Aminah')
})

test('what was kept is shown to, and settled by, a supervisor of its place and of its service, and no other', async () => {
  const caseId = await house.draft(WHO.hanafi, SAPARUA, 'KK')
  await house.do(WHO.hanafi, caseId, { type: 'discard' })
  const command = { type: 'edit' as const, changed: { headName: 'Aminah' }, base: {} }
  const edit = { commandId: randomUUID(), caseId, seenVersion: 1, command }
  await acceptBatch(house.shell, WHO.hanafi, [edit], ORIGIN)
  const seenBy = async (more: Partial<Actor>) =>
    (await keptWork(house.shell, { ...WHO.supervisor, ...more }, ORIGIN)).some(
      (one) => one.commandId === edit.commandId,
    )
  expect(await seenBy({})).toBe(true)
  expect(await seenBy({ services: ['KK'] })).toBe(true)
  expect(await seenBy({ areas: [SAPARUA] })).toBe(true)
  expect(await seenBy({ areas: ['81.02'] })).toBe(false)
  expect(await seenBy({ services: ['AKTA_KELAHIRAN'] })).toBe(false)
  const settledBy = (more: Partial<Actor>) =>
    settleKept(house.shell, { ...WHO.supervisor, ...more }, edit.commandId, ORIGIN)
  expect(await settledBy({ services: ['AKTA_KELAHIRAN'] })).toBe(false)
  expect(await settledBy({ services: ['KK'] })).toBe(true)
  expect(await seenBy({})).toBe(false)
})

test('a paper is acknowledged with the hash that the case holds', async () => {
  const caseId = await house.draft(WHO.hanafi, SAPARUA, 'KK')
  const command = { type: 'addPaper' as const, fileId: await house.upload(caseId, WHO.hanafi), ruleId: 'KTP' }
  const item = { commandId: randomUUID(), caseId, seenVersion: 0, command }
  for (let times = 0; times < 2; times += 1)
    expect(await acceptBatch(house.shell, WHO.hanafi, [item], ORIGIN)).toMatchObject([
      { result: 'done', sha256: 'a'.repeat(64) },
    ])
})

test('nobody sends for another, without a session, from another page, or what is no batch', async () => {
  const batch = batchOf(mina.id, [create(randomUUID())])
  expect((await post(batch, { who: { ...mina, cookie: '' } })).answer).toMatchObject({ refused: 'sign-in' })
  expect((await post(batch, { who: ona, headers: { 'x-person': mina.id } })).answer).toMatchObject({
    refused: 'other-person',
  })
  expect((await post(batch, { who: ona })).answer).toMatchObject({ refused: 'malformed' }) // made out to mina
  expect((await post(batch, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403)
  expect((await post(Buffer.from('hello'))).answer).toMatchObject({ refused: 'malformed' })
  expect((await post(gzipSync('x'.repeat(20_000_000)))).answer).toMatchObject({ refused: 'malformed' }) // unpacks to too much
  expect((await post(Buffer.from('x'), { of: 10_000_000 })).answer).toMatchObject({ refused: 'too-big' })
})

test('a version that this house does not know yet keeps what it has', async () => {
  const { answer } = await post(batchOf(mina.id, [create(randomUUID())], 2))
  expect(resultsOf(answer)).toMatchObject([{ result: 'waits' }])
})
