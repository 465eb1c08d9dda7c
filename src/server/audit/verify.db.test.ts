import { randomBytes, randomUUID } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { auditAct, auditRead } from './audit-read.ts'
import { createHeadSigner, headsFile, readSignedHeads } from './signed-heads.ts'
import { verifyAudit } from './verify.ts'

const KEY = randomBytes(32).toString('base64url')
const QUEUE = '81.01/KK'
let house: House
let owner: Client
let dir: string

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
  for (let n = 0; n < 5; n += 1) await house.draft(WHO.hanafi, SAPARUA, 'KK')
  const note = { action: 'case.open', subject: randomUUID(), detail: { field: 'nik', n: 1.5, nothing: null } }
  await Promise.all(Array.from({ length: 40 }, () => auditRead(house.shell, WHO.yopi, note, ORIGIN)))
  await inTransaction(house.shell.pool, (db) =>
    auditAct(
      db,
      house.shell,
      WHO.admin,
      { action: 'person.disabled', subject: 'person:x', detail: {} },
      ORIGIN,
    ),
  )
  owner = new Client({ connectionString: house.db.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
  await house.db.drop()
})
beforeEach(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'satu-audit-'))
  await createHeadSigner(house.shell, dir, KEY).sign()
  await owner.query('begin')
})
afterEach(async () => {
  await owner.query('rollback')
  rmSync(dir, { recursive: true })
})

const verify = async () => (await verifyAudit(owner, readSignedHeads(headsFile(dir)), KEY)).findings
const tamper = (sql: string, values: readonly unknown[] = []) => owner.query(sql, [...values])

it('an untouched record is whole', async () => {
  expect(await verifyAudit(owner, readSignedHeads(headsFile(dir)), KEY)).toEqual({
    chains: 2,
    entries: 5 + 41,
    events: 5,
    findings: [],
  })
})

it('the application itself cannot change or remove an entry', async () => {
  await expect(house.shell.pool.query("update audit_entry set person_id = 'x'")).rejects.toThrow(
    /permission denied/,
  )
  await expect(house.shell.pool.query('delete from audit_entry')).rejects.toThrow(/permission denied/)
  await expect(house.shell.pool.query('delete from case_event')).rejects.toThrow(/permission denied/)
})

describe('who changes the record is found, at the first bad entry', () => {
  it.each([
    ['a person', "update audit_entry set person_id = 'someone' where chain = $1 and index = 3", 3],
    ['a time', "update audit_entry set at = at + interval '1 ms' where chain = $1 and index = 2", 2],
    [
      'a detail',
      `update audit_entry set detail = detail || '{"to": "CLOSED"}' where chain = $1 and index = 4`,
      4,
    ],
    ['a removed entry', 'delete from audit_entry where chain = $1 and index = 2', 2],
    ['a removed first entry', 'delete from audit_entry where chain = $1 and index = 1', 1],
    ['a removed last entry', 'delete from audit_entry where chain = $1 and index = 5', 5],
    ['a removed event', 'delete from case_event where queue_id = $1 and queue_seq = 3', 3],
    [
      'a changed event',
      "update case_event set sealed = sealed || '\\x00' where queue_id = $1 and queue_seq = 4",
      4,
    ],
    ['a chain removed whole', 'delete from audit_entry where chain = $1', 1],
  ])('%s', async (_what, sql, index) => {
    await tamper(sql, [QUEUE])
    expect(await verify()).toMatchObject([{ chain: QUEUE, index }])
  })

  it('an event without an entry', async () => {
    await tamper(
      'insert into case_event select gen_random_uuid(), version, queue_id, 6, type, at, by_id, by_role, from_stage, to_stage, sealed from case_event where queue_id = $1 limit 1',
      [QUEUE],
    )
    expect(await verify()).toMatchObject([{ chain: QUEUE, index: 6 }])
  })

  it('a tail cut off together with its head, by what had been signed', async () => {
    await tamper('delete from audit_entry where chain = $1 and index > 3', [QUEUE])
    await tamper('delete from case_event where queue_id = $1 and queue_seq > 3', [QUEUE])
    await tamper(
      'update queue set audit_index = 3, audit_hash = (select hash from audit_entry where chain = $1 and index = 3) where id = $1',
      [QUEUE],
    )
    expect(await verify()).toMatchObject([
      { chain: QUEUE, index: 4, what: expect.stringContaining('signed up to entry 5') },
    ])
    rmSync(headsFile(dir))
    expect(await verify()).toEqual([]) // without the signed heads nobody could have told
  })

  it('a chain that was written anew from some entry on', async () => {
    await tamper('create extension if not exists pgcrypto').catch(() => undefined)
    const day = (
      await owner.query<{ chain: string }>("select chain from audit_entry where chain like 'day/%' limit 1")
    ).rows[0]!.chain
    const { rows } = await owner.query<{ index: number; hash: string }>(
      'select index::int, hash from audit_entry where chain = $1 order by index desc limit 1',
      [day],
    )
    const lines = readFileSync(headsFile(dir), 'utf8').replace(rows[0]!.hash, '0'.repeat(64))
    writeFileSync(headsFile(dir), lines)
    const found = await verify()
    expect(found).toMatchObject([
      { chain: 'audit-heads.jsonl', index: 1 },
      { chain: day, index: rows[0]!.index },
    ])
  })
})

describe('signed heads', () => {
  it('a line taken out of the middle is missed, a half written last one is not', async () => {
    await owner.query('rollback')
    const signer = createHeadSigner(house.shell, dir, KEY)
    for (let n = 0; n < 2; n += 1) {
      await house.draft(WHO.hanafi, SAPARUA, 'AKTA_KELAHIRAN')
      await signer.sign()
    }
    await signer.sign() // nothing moved: no line
    const lines = readFileSync(headsFile(dir), 'utf8').trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    appendFileSync(headsFile(dir), '{"at":1,"he')
    expect(await verify()).toEqual([])
    writeFileSync(headsFile(dir), [lines[0], lines[2], ''].join('\n'))
    expect(await verify()).toMatchObject([{ chain: 'audit-heads.jsonl', index: 2 }])
  })
})
