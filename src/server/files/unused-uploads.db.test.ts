import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MEGABYTE } from '#domain/intake/paper-file.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { runCommand } from '#server/case/run-command.ts'
import { storeReadyFile } from './store-ready-file.ts'
import { sweepFiles } from './sweep-files.ts'
import { uploadSettings } from './upload-settings.ts'
import { aPhoto, sha256, UploadHouse, whyOf } from './testing/upload-house.ts'

let house: UploadHouse
beforeAll(async () => {
  house = await UploadHouse.open()
})
afterAll(() => house.close())

const setting = (key: string, value: number) =>
  house.database.pool.query(
    "insert into setting (key, valid_from, value, entered_by) values ($1, $2, $3, 'test')",
    [key, new Date(house.now - 1000), JSON.stringify(value)],
  )

const hash = (text: string) => sha256(Buffer.from(text))

test('one person may leave so much unused and no more, also when many come at once; others are not touched', async () => {
  // As things are set, 600 photos after a week without signal are taken.
  expect((await uploadSettings(house.shell)).maxWaitingMegabytes).toBeGreaterThan(600 * 3)
  await setting('maxWaitingMegabytes', 100)
  const visitor = await house.person('NEGERI_OFFICER', [...house.mina.actor.areas])
  const cases = await Promise.all(Array.from({ length: 9 }, () => house.draft(visitor)))
  const ask = (caseId: string) =>
    house.create({ caseId, length: 15 * MEGABYTE, sha256: hash(caseId), cookie: visitor.cookie })
  const answers = await Promise.all(cases.map(ask))
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(6)
  const refused = answers.find((answer) => answer.status !== 201)!
  expect([refused.status, await whyOf(refused)]).toEqual([413, 'too-much-waiting'])
  const other = await house.create({ caseId: await house.draft(), length: 15 * MEGABYTE, sha256: hash('x') })
  expect(other.status).toBe(201)

  // What a case has taken waits no longer.
  await house.database.pool.query(
    'update stored_file set attached_at = now() where id = (select id from stored_file where owner_id = $1 limit 1)',
    [visitor.actor.id],
  )
  expect((await ask(cases[0]!)).status).toBe(201)
})

const givenTo = async (caseId: string) =>
  (await storeReadyFile(house.shell, { caseId, ownerId: house.mina.actor.id, bytes: await aPhoto() })).fileId

const addPaper = async (caseId: string, fileId: string) => {
  const command = { type: 'addPaper', fileId, ruleId: 'KTP_MOTHER' } as const
  const envelope = { commandId: randomUUID(), caseId, seenVersion: 0, command }
  const answer = await runCommand(house.shell, house.mina.actor, envelope, { address: '', device: 'test' })
  if (!answer.ok) throw new Error(answer.refusal.why)
}
const isThere = async (id: string) =>
  (await house.database.prisma.storedFile.findUnique({ where: { id } }))?.state ?? 'gone'

test('a finished file that no case ever took goes after a season, in two rounds; one that was taken never', async () => {
  const caseId = await house.draft()
  const [unused, used, unmarked, late] = [
    await givenTo(caseId),
    await givenTo(caseId),
    await givenTo(caseId),
    await givenTo(caseId),
  ]
  await addPaper(caseId, used)
  // Named by the history, but without its mark: as documents were before they were marked.
  await addPaper(caseId, unmarked)
  await house.database.pool.query('update stored_file set attached_at = null where id = $1', [unmarked])

  house.now += 119 * DAY_MS
  await sweepFiles(house.shell)
  expect(await isThere(unused)).toBe('ready')
  house.now += 2 * DAY_MS
  await sweepFiles(house.shell)
  expect(await Promise.all([unused, used, unmarked, late].map(isThere))).toEqual([
    'refused',
    'ready',
    'ready',
    'refused',
  ])
  // A command that was on its way took this one in the same moment.
  await house.database.pool.query('update stored_file set attached_at = now() where id = $1', [late])
  await sweepFiles(house.shell)
  expect(await Promise.all([unused, used, unmarked, late].map(isThere))).toEqual([
    'gone',
    'ready',
    'ready',
    'ready',
  ])
})

test('a season cannot be set shorter than a device may be away', async () => {
  await setting('unusedKeptDays', 7)
  const fileId = await givenTo(await house.draft())
  house.now += 30 * DAY_MS
  await sweepFiles(house.shell)
  await sweepFiles(house.shell)
  expect(await isThere(fileId)).toBe('ready')
})
