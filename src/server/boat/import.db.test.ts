import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommandEnvelope } from '#domain/case/command.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { loadCase } from '#server/case/load-case.ts'
import { UploadHouse } from '#server/files/testing/upload-house.ts'
import { currentKey, replaceKey } from './boat-keys.ts'
import { boatDirectory } from './boat-shell.ts'
import { decideHeld, heldFor } from './held-consignments.ts'
import { consignmentPath, resumeConsignments } from './import-consignment.ts'
import { sweepBoat } from './sweep-boat.ts'
import { bring, IslandPhone, type Parcel } from './testing/island-phone.ts'

const ORIGIN = { address: '10.1.1.3', device: 'test' }
let house: UploadHouse
let phone: IslandPhone
beforeAll(async () => {
  house = await UploadHouse.open()
  phone = await IslandPhone.of(house, house.mina)
})
afterAll(() => house.close())

const caseIdOf = (parcel: Parcel): string => (parcel.commands[0] as CommandEnvelope).caseId

async function worldOf(caseId: string) {
  const { pool } = house.database
  const count = async (sql: string) => (await pool.query<{ n: number }>(sql, [caseId])).rows[0]?.n
  return {
    events: await count('select count(*)::int as n from case_event where case_id = $1'),
    files: await count('select count(*)::int as n from stored_file where case_id = $1'),
    receipts: await count('select count(*)::int as n from command_receipt where case_id = $1'),
  }
}

test('another negeri brings it: done as the officer who signed it, every hash equal, and again changes nothing', async () => {
  const parcel = await phone.birth()
  const sealed = await phone.seal(parcel)
  const row = await bring(house, house.neighbour, sealed)
  expect(row).toMatchObject({ state: 'done', personId: house.mina.actor.id })
  expect(row.counts).toEqual({ cases: 1, commands: 8, papers: 6, done: 8, before: 0, refused: 0 })

  const file = await loadCase(house.shell, caseIdOf(parcel))
  expect(file).toMatchObject({ stage: 'SUBMITTED', owner: { id: house.mina.actor.id } })
  expect(file?.papers.map((paper) => paper.sha256)).toEqual(parcel.papers.map((paper) => paper.sha256))
  const shown = await house.get(`/papers/${parcel.papers[0]?.fileId}`, house.mina.cookie)
  expect(Buffer.from(await shown.arrayBuffer()).equals(parcel.papers[0]?.content ?? Buffer.of())).toBe(true)

  const before = await worldOf(caseIdOf(parcel))
  const again = await bring(house, house.operator, sealed)
  expect(again.counts).toEqual({ cases: 1, commands: 8, papers: 6, done: 8, before: 8, refused: 0 })
  expect(await worldOf(caseIdOf(parcel))).toEqual(before)
  expect(await readdir(boatDirectory(house.shell))).toEqual([])

  const receipt = await phone.read(row.receipt)
  expect(receipt.commands.map((one) => one.result)).toEqual(Array.from({ length: 8 }, () => 'done'))
  expect(receipt.commands.at(-1)).toMatchObject({ number: file?.number })
  await expect((await IslandPhone.of(house, house.neighbour)).read(row.receipt)).rejects.toThrow()
})

test('two carriers at once, and the network beside them: everything once', async () => {
  const parcel = await phone.birth()
  const sealed = await phone.seal(parcel)
  const rows = await Promise.all([
    bring(house, house.neighbour, sealed),
    bring(house, house.operator, sealed),
  ])
  expect(rows.map((row) => row.state)).toEqual(['done', 'done'])
  for (const row of rows)
    expect((await phone.read(row.receipt)).commands.every((one) => one.result === 'done')).toBe(true)
  expect(await worldOf(caseIdOf(parcel))).toMatchObject({ files: 6, receipts: 8 })
  expect((await loadCase(house.shell, caseIdOf(parcel)))?.papers).toHaveLength(6)
})

test('one case is refused, the others arrive; what is behind it waits', async () => {
  const [good, bad] = [await phone.birth(), await phone.birth()]
  const wrong = bad.commands[0] as CommandEnvelope
  bad.commands[0] = { ...wrong, command: { ...wrong.command, kind: 'TIDAK_ADA' } }
  const strange = { commandId: randomUUID(), caseId: randomUUID(), hello: 1 }
  const both = {
    commands: [...bad.commands, strange, ...good.commands],
    papers: [...bad.papers, ...good.papers],
  }
  const receipt = await phone.read((await bring(house, house.neighbour, await phone.seal(both))).receipt)
  const resultsOf = (caseId: string) =>
    receipt.commands.filter((one) => one.caseId === caseId).map((one) => one.result)
  expect(resultsOf(wrong.caseId)).toEqual(['refused', ...Array.from({ length: 7 }, () => 'waits')])
  expect(resultsOf(strange.caseId)).toEqual(['bad-input'])
  expect(new Set(resultsOf(caseIdOf(good)))).toEqual(new Set(['done']))
  expect(receipt.papers.filter((paper) => paper.why === undefined)).toHaveLength(6)
  expect(await worldOf(wrong.caseId)).toEqual({ events: 0, files: 0, receipts: 0 })
})

test('torn at every chunk, and with any byte changed: a clear answer, and nothing is stored', async () => {
  const parcel = await phone.birth()
  const sealed = await phone.seal(parcel)
  const chunk = 64 * 1024 + 16
  const cuts = [
    1,
    40,
    150,
    ...Array.from({ length: Math.ceil(sealed.length / chunk) }, (_, i) => i * chunk + 200),
  ]
  for (const cut of cuts.filter((at) => at < sealed.length))
    expect(await bring(house, house.neighbour, sealed.subarray(0, cut)), `cut at ${cut}`).toMatchObject({
      state: 'refused',
      refusal: 'torn',
    })
  for (const at of [30, 100, 170, 260, Math.floor(sealed.length / 2), sealed.length - 1]) {
    const forged = Buffer.from(sealed)
    forged[at]! ^= 1
    const row = await bring(house, house.neighbour, forged)
    expect(row.state, `byte ${at}`).toBe('refused')
    expect(['torn', 'forged', 'other-house', 'not-a-consignment']).toContain(row.refusal)
  }
  // Whole chunks in another order: each is sealed to its place.
  const swapped = Buffer.from(sealed)
  const head = sealed.length - Math.floor((sealed.length - 200) / chunk) * chunk
  sealed.copy(swapped, head, head + chunk, head + 2 * chunk)
  sealed.copy(swapped, head + chunk, head, head + chunk)
  expect((await bring(house, house.neighbour, swapped)).state).toBe('refused')
  expect(await worldOf(caseIdOf(parcel))).toEqual({ events: 0, files: 0, receipts: 0 })
  expect((await bring(house, house.neighbour, sealed)).state).toBe('done')
})

test('a forged signature, an unknown phone, another house and no boat file at all: each its own answer', async () => {
  const parcel = await phone.birth()
  const refusalOf = async (file: Uint8Array) => (await bring(house, house.neighbour, file)).refusal
  const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
  expect(await refusalOf(await phone.seal(parcel, { key: other }))).toBe('forged')
  // Somebody else's name over one's own signature.
  const personId = house.neighbour.actor.id
  expect(await refusalOf(await phone.seal(parcel, { manifest: { personId } }))).toBe('device-unknown')
  const abroad = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
  expect(await refusalOf(await phone.seal(parcel, { manifest: { to: abroad } }))).toBe('forged')
  const strange = Object.assign(Object.create(IslandPhone.prototype) as IslandPhone, phone, {
    dinas: { ...phone.dinas, recipient: abroad },
  })
  expect(await refusalOf(await strange.seal(parcel))).toBe('other-house')
  expect(await refusalOf(Buffer.from('%PDF-1.7'))).toBe('not-a-consignment')
  // A photo that is not the one whose hash was signed.
  const [first, ...others] = parcel.papers
  const swapped = { ...first!, content: Buffer.from(first!.content).fill(1, 100, 200) }
  expect(await refusalOf(await phone.seal({ ...parcel, papers: [swapped, ...others] }))).toBe('torn')
  expect(await refusalOf(await phone.seal(parcel, { manifest: { v: 2 as 1 } }))).toBe('version-unknown')
  expect(await worldOf(caseIdOf(parcel))).toEqual({ events: 0, files: 0, receipts: 0 })
})

test('a closed account and a revoked phone wait for the supervisor, who lets it in or not', async () => {
  const officer = await house.person('NEGERI_OFFICER', ['81.01.09.2001'])
  const his = await IslandPhone.of(house, officer)
  const [first, second] = [await his.birth(), await his.birth()]
  await house.database.pool.query('update person set disabled_at = now() where id = $1', [officer.actor.id])
  const row = await bring(house, house.neighbour, await his.seal(first))
  expect(row).toMatchObject({ state: 'held', heldBecause: 'account-disabled', receipt: null })
  expect(await worldOf(caseIdOf(first))).toEqual({ events: 0, files: 0, receipts: 0 })

  const boss = { ...house.operator.actor, id: randomUUID(), role: 'SUPERVISOR' as const }
  const abroad = { ...boss, areas: ['81.02'] }
  expect(await heldFor(house.shell, abroad)).toEqual([])
  expect(await heldFor(house.shell, boss)).toMatchObject([
    { id: row.id, because: 'account-disabled', summary: { cases: 1, papers: 6 } },
  ])
  const decide = (actor: typeof boss, id: string, accept: boolean) =>
    decideHeld(house.shell, actor, { id, accept, reason: 'Sudah ditanyakan' }, ORIGIN)
  expect(await decide(abroad, row.id, true)).toBe(false)
  expect(await decide(boss, row.id, true)).toBe(true)
  expect(await decide(boss, row.id, true)).toBe(false)
  expect((await loadCase(house.shell, caseIdOf(first)))?.owner.id).toBe(officer.actor.id)

  await house.database.pool.query('update device_key set revoked_at = now() where id = $1', [his.deviceKeyId])
  await house.database.pool.query('update person set disabled_at = null where id = $1', [officer.actor.id])
  const other = await bring(house, house.neighbour, await his.seal(second))
  expect(other).toMatchObject({ state: 'held', heldBecause: 'device-revoked' })
  expect(await decide(boss, other.id, false)).toBe(true)
  const declined = await house.shell.prisma.consignment.findUniqueOrThrow({ where: { id: other.id } })
  expect(await his.read(declined.receipt)).toMatchObject({ verdict: 'declined', reason: 'Sudah ditanyakan' })
  expect(await worldOf(caseIdOf(second))).toEqual({ events: 0, files: 0, receipts: 0 })
  const told = await house.database.pool.query<{ action: string }>(
    "select action from audit_entry where action like 'boat.%' and subject = any($1)",
    [[`consignment:${row.id}`, `consignment:${other.id}`]],
  )
  expect(told.rows.map((one) => one.action).toSorted()).toEqual([
    'boat.accepted',
    'boat.declined',
    'boat.held',
    'boat.held',
    'boat.imported',
  ])
})

test('what no supervisor decided on is declined before its key is gone: told to the phone, and on record', async () => {
  const officer = await house.person('NEGERI_OFFICER', ['81.01.09.2001'])
  const his = await IslandPhone.of(house, officer)
  await house.database.pool.query('update person set disabled_at = now() where id = $1', [officer.actor.id])
  const { id } = await bring(house, house.neighbour, await his.seal(await his.birth()))
  const stateOf = () => house.shell.prisma.consignment.findUnique({ where: { id } })
  const begun = house.now
  house.now = begun + 88 * DAY_MS
  await sweepBoat(house.shell)
  expect(await stateOf()).toMatchObject({ state: 'held' })
  house.now = begun + 89.5 * DAY_MS
  await sweepBoat(house.shell)
  await sweepBoat(house.shell)
  house.now = begun
  const row = await stateOf()
  expect(row).toMatchObject({ state: 'declined', decidedBy: 'system' })
  expect(await his.read(row?.receipt ?? null)).toMatchObject({
    verdict: 'declined',
    reason: 'Tidak ada keputusan selama 89 hari.',
  })
  const { rows } = await house.database.pool.query(
    "select person_id from audit_entry where action = 'boat.declined' and subject = $1",
    [`consignment:${id}`],
  )
  expect(rows).toEqual([{ person_id: 'system' }])
  expect(await readdir(boatDirectory(house.shell))).not.toContain(id)
})

test('what waits elsewhere, however much of it, hides nothing that waits here', async () => {
  const [here, there] = await Promise.all([
    house.person('NEGERI_OFFICER', ['81.01.09.2001']),
    house.person('NEGERI_OFFICER', ['81.02.01.2001']),
  ])
  const held = (personId: string, createdAt: Date) => ({
    id: randomUUID(),
    carrierId: house.neighbour.actor.id,
    address: '',
    device: '',
    state: 'held',
    bytes: 1n,
    heldBecause: 'device-revoked',
    personId,
    summary: { cases: 1 },
    createdAt,
  })
  const mine = held(here.actor.id, new Date(house.now))
  const others = Array.from({ length: 201 }, () => held(there.actor.id, new Date(house.now - DAY_MS)))
  await house.shell.prisma.consignment.createMany({ data: [...others, mine] })
  const boss = { ...house.operator.actor, role: 'SUPERVISOR' as const }
  const list = await heldFor(house.shell, { ...boss, areas: ['81.01'] })
  expect(list.map((one) => one.id)).toContain(mine.id)
  expect(list.find((one) => one.id === mine.id)).toMatchObject({
    because: 'device-revoked',
    areas: here.actor.areas,
    broughtAt: house.now,
    summary: { cases: 1 },
  })
  expect(list.some((one) => others.some(({ id }) => id === one.id))).toBe(false)
  await house.shell.prisma.consignment.deleteMany({
    where: { id: { in: [...others, mine].map(({ id }) => id) } },
  })
})

test('a server that stopped in the middle goes on at its next start', async () => {
  const parcel = await phone.birth()
  const id = randomUUID()
  await writeFile(consignmentPath(house.shell, id), await phone.seal(parcel))
  const carrierId = house.neighbour.actor.id
  const more = { address: '', device: '', bytes: 1n, createdAt: new Date(house.now) }
  await house.shell.prisma.consignment.create({ data: { id, carrierId, state: 'received', ...more } })
  await resumeConsignments(house.shell)
  expect((await loadCase(house.shell, caseIdOf(parcel)))?.stage).toBe('SUBMITTED')
})

test('a replaced key opens for 90 days more, and not a day longer', async () => {
  const parcel = await phone.birth()
  const sealed = await phone.seal(parcel)
  const next = await replaceKey(house.shell, true)
  expect(next.recipient).not.toBe(phone.dinas.recipient)
  expect((await currentKey(house.shell)).recipient).toBe(next.recipient)
  const begun = house.now
  house.now = begun + 89 * DAY_MS
  expect((await bring(house, house.neighbour, sealed)).state).toBe('done')
  house.now = begun + 91 * DAY_MS
  expect(await bring(house, house.neighbour, await phone.seal(await phone.birth()))).toMatchObject({
    state: 'refused',
    refusal: 'other-house',
  })
  house.now = begun
})
