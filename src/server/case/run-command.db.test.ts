import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { fold } from '#domain/case/evolve.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { DAY_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { loadCase, loadEvents } from './load-case.ts'
import { runCommand } from './run-command.ts'
import { sealCase } from './sealed.ts'
import { House, ORIGIN } from './testing/house.ts'

let house: House

beforeAll(async () => {
  house = await new House(await testDatabase(), { connections: 40 }).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const count = async (sql: string, values: readonly unknown[]): Promise<number> => {
  const { rows } = await house.db.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [
    ...values,
  ])
  return rows[0]?.n ?? -1
}

describe('one command', () => {
  it('writes events, state, receipt and audit entry, and they agree', async () => {
    const caseId = await house.submitted()
    const [file, events] = [await loadCase(house.shell, caseId), await loadEvents(house.shell, caseId)]
    expect(fold(events)).toEqual(file)
    expect(file?.stage).toBe('SUBMITTED')
    const commands = new Set(events.map((event) => event.at)).size // the clock moves a minute per command
    expect(await count('audit_entry where subject = $1', [caseId])).toBe(commands)
    expect(await count('command_receipt where case_id = $1', [caseId])).toBe(commands)
  })

  it('keeps NIK only sealed, and finds it by its keyed hash', async () => {
    const caseId = await house.submitted()
    const nik = (await loadCase(house.shell, caseId))?.answers['applicantNik'] as string
    const { rows } = await house.db.pool.query<{ text: string }>(
      'select c::text as text from case_file c union all select e::text from case_event e union all select a::text from audit_entry a union all select f::text from effect f',
    )
    expect(rows.filter(({ text }) => text.includes(nik))).toEqual([])
    expect(
      await count('case_identity where case_id = $1 and hash = $2', [
        caseId,
        house.shell.sealer.blindIndex('nik', nik),
      ]),
    ).toBe(1)
  })

  it('sent twice has one effect and one answer', async () => {
    const [caseId, commandId] = [await house.submitted(), randomUUID()]
    const first = await house.run(WHO.ona, caseId, { type: 'claim' }, commandId)
    const again = await house.run(WHO.ona, caseId, { type: 'claim' }, commandId)
    expect(again).toEqual({ ...first, repeated: true })
    expect((await loadEvents(house.shell, caseId)).filter((event) => event.type === 'Claimed')).toHaveLength(
      1,
    )
  })

  it('sent twenty times at once has one effect', async () => {
    const [caseId, commandId, noteId] = [await house.submitted(), randomUUID(), randomUUID()]
    const note = {
      type: 'writeNote',
      noteId,
      text: 'Berkas asli dibawa besok',
      visibility: 'internal',
    } as const
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => house.run(WHO.hanafi, caseId, note, commandId)),
    )
    expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1)
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect((await loadCase(house.shell, caseId))?.notes).toHaveLength(1)
  })

  it('whose answer was lost every time is done once (every acknowledgement dropped)', async () => {
    const caseId = randomUUID()
    const commandId = randomUUID()
    const envelope = {
      commandId,
      caseId,
      seenVersion: 0,
      command: { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: SAPARUA },
    } as const
    for (let lost = 0; lost < 5; lost += 1)
      await runCommand(house.shell, WHO.hanafi, structuredClone(envelope), ORIGIN)
    expect(await count('case_file where id = $1', [caseId])).toBe(1)
    expect(await loadEvents(house.shell, caseId)).toHaveLength(1)
  })

  it('with the id of another request is refused, and so is another person with it', async () => {
    const [caseId, commandId] = [await house.submitted(), randomUUID()]
    await house.run(WHO.ona, caseId, { type: 'claim' }, commandId)
    expect(await house.run(WHO.ona, caseId, { type: 'release' }, commandId)).toEqual({
      ok: false,
      refusal: { why: 'command-id-reused' },
    })
    expect(await house.run(WHO.hanafi, caseId, { type: 'claim' }, commandId)).toEqual({
      ok: false,
      refusal: { why: 'command-id-reused' },
    })
  })

  it('that is refused leaves nothing behind, not even a number', async () => {
    const caseId = await house.submitted()
    const before = await house.db.prisma.queue.findMany()
    expect(await house.refusal(WHO.yopi, caseId, { type: 'claim' })).toMatchObject({ why: 'not-in-stage' })
    expect(await house.db.prisma.queue.findMany()).toEqual(before)
  })

  it('from elsewhere, about a draft from the Dinas, and about nothing at all answers alike', async () => {
    const [submitted, draft] = [await house.submitted(), await house.draft()]
    const notFound = { why: 'not-found' }
    expect(await house.refusal(WHO.elsewhere, submitted, { type: 'claim' })).toEqual(notFound)
    expect(
      await house.refusal(WHO.neighbour, submitted, { type: 'cancel', reason: 'Bukan milik saya' }),
    ).toEqual(notFound)
    expect(await house.refusal(WHO.yopi, draft, { type: 'claim' })).toEqual(notFound)
    expect(await house.refusal(WHO.yopi, randomUUID(), { type: 'claim' })).toEqual(notFound)
    expect(
      await house.refusal(WHO.elsewhere, submitted, {
        type: 'create',
        service: 'KK',
        kind: 'KK_LOST',
        negeri: WHO.elsewhere.areas[0]!,
      }),
    ).toEqual(notFound)
  })
})

describe('drafts', () => {
  it('one person has so many and no more; what was sent or thrown away makes room', async () => {
    await house.db.pool.query(
      "insert into setting (key, valid_from, value, entered_by) values ('maxOpenDrafts', to_timestamp(0), '10', 'test')",
    )
    house.now += 6000 // settings are read afresh
    const eager = { ...WHO.hanafi, id: 'eager' }
    const drafts: string[] = []
    for (let n = 0; n < 10; n += 1) drafts.push(await house.draft(eager))
    await expect(house.draft(eager)).rejects.toThrow(/too-many-drafts/)
    expect(await house.draft(WHO.ona)).toBeTruthy()
    await house.do(eager, drafts[0]!, { type: 'discard' })
    expect(await house.draft(eager)).toBeTruthy()
    await house.db.pool.query("delete from setting where key = 'maxOpenDrafts'")
    house.now += 6000
  })
})

describe('named ids', () => {
  it('an upload for another case, or an unfinished one, is no paper', async () => {
    const [mine, other] = [await house.draft(), await house.draft()]
    const fileId = await house.upload(other, WHO.hanafi)
    const ruleId = kindOf('AKTA_KELAHIRAN', 'BIRTH_REGULAR')!.papers[0]!.id
    expect(await house.refusal(WHO.hanafi, mine, { type: 'addPaper', fileId, ruleId })).toEqual({
      why: 'file-not-ready',
    })
    await house.db.pool.query("update stored_file set state = 'uploading', case_id = $2 where id = $1", [
      fileId,
      mine,
    ])
    expect(await house.refusal(WHO.hanafi, mine, { type: 'addPaper', fileId, ruleId })).toEqual({
      why: 'file-not-ready',
    })
  })

  it('a case cannot be handed to someone who may not open it, or who left', async () => {
    const caseId = await house.forwarded()
    const person = async (role: string, area: string, disabled: boolean): Promise<string> => {
      const id = randomUUID()
      await house.db.pool.query(
        'insert into person (id, username, name, password_hash, role, areas, services, disabled_at) values ($1, $2, $3, $3, $4, $5, $6, $7)',
        [id, `dina-${id}`, 'Dina', role, [area], [], disabled ? new Date() : null],
      )
      return id
    }
    const to = (toPersonId: string) =>
      house.refusal(WHO.supervisor, caseId, { type: 'reassign', toPersonId, reason: 'Bagi rata beban' })
    expect(await to(await person('OPERATOR', '81.02', false))).toEqual({ why: 'unknown-person' })
    expect(await to(await person('OPERATOR', '81.01', true))).toEqual({ why: 'unknown-person' })
    expect(await to('not-a-uuid')).toEqual({ why: 'unknown-person' })
    expect(await to(await person('OPERATOR', '81.01.12', false))).toBeUndefined()
  })
})

describe('many at once', () => {
  it('200 parallel claims: one winner, 199 told who', async () => {
    const caseId = await house.forwarded()
    const operators = Array.from({ length: 200 }, (_, n) => ({
      ...WHO.yopi,
      id: `operator-${n}`,
      name: `Operator ${n}`,
    }))
    const started = performance.now()
    const answers = await Promise.all(operators.map((actor) => house.run(actor, caseId, { type: 'claim' })))
    const took = performance.now() - started
    const winners = answers.filter((answer) => answer.ok)
    expect(winners).toHaveLength(1)
    const holder = (await loadCase(house.shell, caseId))?.holder
    for (const answer of answers)
      if (!answer.ok)
        expect(answer.refusal).toMatchObject({ why: 'held-by-other', holder: { id: holder?.id } })
    expect(took).toBeLessThan(30_000) // a hang, not a speed: bench/ measures that
  })

  it('32 writers: every number of the queue and every case number once, without a gap', async () => {
    const ready = await Promise.all(
      Array.from({ length: 32 }, async () => {
        const caseId = await house.draft(WHO.hanafi, SAPARUA, 'KK')
        await house.addPapers(caseId)
        return caseId
      }),
    )
    await Promise.all(ready.map((caseId) => house.do(WHO.hanafi, caseId, { type: 'submit' })))
    const { rows: numbers } = await house.db.pool.query<{ number: string }>(
      "select number from case_file where queue_id = '81.01/KK' and number is not null order by number",
    )
    expect(numbers.map((row) => row.number.slice(-5))).toEqual(
      numbers.map((_, n) => String(n + 1).padStart(5, '0')),
    )
    const { rows: seqs } = await house.db.pool.query<{ seq: number }>(
      "select distinct queue_seq::int as seq from case_event where queue_id = '81.01/KK' order by seq",
    )
    const { rows: queue } = await house.db.pool.query<{ seq: number }>(
      "select seq::int as seq from queue where id = '81.01/KK'",
    )
    expect(seqs.map((row) => row.seq)).toEqual(Array.from({ length: queue[0]!.seq }, (_, n) => n + 1))
    expect(seqs.length).toBeGreaterThan(100)
  })

  it('two people write to one case at the same time: both acts stand, no version twice', async () => {
    const caseId = await house.submitted()
    const note = (n: number) =>
      ({ type: 'writeNote', noteId: randomUUID(), text: `Catatan ${n}`, visibility: 'internal' }) as const
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => house.run(n % 2 ? WHO.ona : WHO.hanafi, caseId, note(n))),
    )
    const events = await loadEvents(house.shell, caseId)
    expect((await loadCase(house.shell, caseId))?.notes).toHaveLength(30)
    expect(events.map((event) => event.version)).toEqual(events.map((_, n) => n + 1))
    expect(fold(events)).toEqual(await loadCase(house.shell, caseId))
  })
})

describe('two instances at one case', () => {
  it('take turns: what one wrote, the other decides on, though both remember the case', async () => {
    const other = await new House(house.db).open()
    other.now = house.now
    const caseId = await house.submitted()
    const note = (n: number) =>
      ({ type: 'writeNote', noteId: randomUUID(), text: `Catatan ${n}`, visibility: 'internal' }) as const
    for (let n = 0; n < 6; n += 1)
      expect(await (n % 2 ? other : house).run(WHO.hanafi, caseId, note(n))).toMatchObject({ ok: true })
    await house.run(WHO.ona, caseId, { type: 'claim' })
    expect(await other.refusal(WHO.hanafi, caseId, { type: 'claim' })).toMatchObject({
      why: 'held-by-other',
      holder: { id: 'ona' },
    })
    await house.run(WHO.ona, caseId, { type: 'release' })
    expect(await other.run(WHO.hanafi, caseId, { type: 'claim' })).toMatchObject({ ok: true })
    const events = await loadEvents(house.shell, caseId)
    expect(fold(events)).toEqual(await loadCase(house.shell, caseId))
    await other.close()
  })

  it('write to it at the same moment: both acts stand, no version twice', async () => {
    const other = await new House(house.db, { connections: 10 }).open()
    other.now = house.now
    const caseId = await house.submitted()
    const note = () =>
      ({ type: 'writeNote', noteId: randomUUID(), text: 'Catatan', visibility: 'internal' }) as const
    const both = Array.from({ length: 60 }, (_, n) => (n % 2 ? other : house).run(WHO.hanafi, caseId, note()))
    expect((await Promise.all(both)).every((answer) => answer.ok)).toBe(true)
    const events = await loadEvents(house.shell, caseId)
    expect(events.map((event) => event.version)).toEqual(events.map((_, n) => n + 1))
    expect(fold(events)).toEqual(await loadCase(house.shell, caseId))
    expect((await loadCase(house.shell, caseId))?.notes).toHaveLength(60)
    await other.close()
  })

  it('a database that lost its last commits (a fail-over) is not written to as if it had not', async () => {
    const caseId = await house.submitted()
    await house.run(WHO.ona, caseId, { type: 'claim' })
    const owner = new Client({ connectionString: house.db.ownerUrl })
    await owner.connect()
    const older = { ...(await loadCase(house.shell, caseId))!, version: 3 }
    await owner.query('update case_file set version = 3, sealed = $2 where id = $1', [
      caseId,
      sealCase(house.shell.sealer, older),
    ])
    await owner.query('delete from case_event where case_id = $1 and version > 3', [caseId])
    expect(await house.run(WHO.ona, caseId, { type: 'release' })).toMatchObject({ ok: true, version: 4 })
    expect((await loadEvents(house.shell, caseId)).map((event) => event.version)).toEqual([1, 2, 3, 4])
    await owner.end()
  })
})

describe('a lease', () => {
  it('whose holder is gone frees the case when it ends, not before', async () => {
    const caseId = await house.forwarded()
    await house.run(WHO.yopi, caseId, { type: 'claim' }) // and then the power goes
    house.now += 14 * MINUTE_MS
    expect(await house.refusal(WHO.lena, caseId, { type: 'claim' })).toMatchObject({ why: 'held-by-other' })
    house.now += 2 * MINUTE_MS
    expect(await house.run(WHO.lena, caseId, { type: 'claim' })).toMatchObject({
      ok: true,
      row: { holder: { id: 'lena' } },
    })
  })
})

describe('the year', () => {
  it('in WIT begins the numbers anew', async () => {
    const now = house.now
    house.now = Date.parse('2026-12-31T15:30:00Z') // 00.30 on 1 January in WIT
    const caseId = await house.submitted()
    expect((await loadCase(house.shell, caseId))?.number).toMatch(/^AL-27-00001$/)
    house.now = now + DAY_MS
  })
})
