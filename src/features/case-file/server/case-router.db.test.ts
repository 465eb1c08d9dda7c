import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { ALL_KINDS } from '#domain/service/catalogue.ts'
import type { Answers, AnswerValue } from '#domain/service/answers.ts'
import type { Field, KindDefinition } from '#domain/service/service-definition.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { Context } from '#server/trpc/trpc.ts'
import { createCallerFactory } from '#server/trpc/trpc.ts'
import { caseRouter } from './case-router.ts'
import { REVEALS_A_DAY } from './reveal-field.ts'

const NIK = '8101015203900008'
let house: House

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const callerOf = createCallerFactory(caseRouter)
function as(actor: Actor) {
  const session = { sessionId: 's', person: actor, held: undefined }
  return callerOf({ shell: house.shell, session, actor, origin: ORIGIN, locale: 'id' } as unknown as Context)
}

async function entries(action: string, caseId: string) {
  const { rows } = await house.db.pool.query<{ person_id: string; detail: Record<string, unknown> }>(
    'select person_id, detail from audit_entry where action = $1 and subject = $2 order by at',
    [action, caseId],
  )
  return rows
}

/** Every field that can hold text holds a NIK. */
function poisoned(kind: KindDefinition): Answers {
  const value = (field: Field): AnswerValue => {
    if (field.kind === 'rows')
      return [Object.fromEntries((field.columns ?? []).map((column) => [column.id, value(column) as string]))]
    return field.kind === 'yesNo' ? true : field.kind === 'integer' ? 2 : NIK
  }
  return Object.fromEntries(
    kind.questions.flatMap((question) => question.fields).map((field) => [field.id, value(field)]),
  )
}

describe('case.open', () => {
  it('answers a case of another negeri exactly like one that does not exist', async () => {
    const caseId = await house.submitted(WHO.elsewhere, BANDA)
    const missing = await as(WHO.hanafi).open({ caseId: randomUUID() })
    expect(await as(WHO.hanafi).open({ caseId })).toEqual(missing)
    expect(missing).toEqual({ ok: false, refusal: { why: 'not-found' } })
    expect(await entries('case.open', caseId)).toEqual([])
    expect(await as(WHO.yopi).open({ caseId })).toMatchObject({ ok: true })
  })

  it('shows a draft to its own side only', async () => {
    const caseId = await house.draft()
    expect(await as(WHO.hanafi).open({ caseId })).toMatchObject({ ok: true })
    expect(await as(WHO.yopi).open({ caseId })).toEqual({ ok: false, refusal: { why: 'not-found' } })
  })

  it.each(ALL_KINDS.map((kind) => [kind.id, kind] as const))(
    'sends no NIK of a %s in full',
    async (_id, kind) => {
      const caseId = randomUUID()
      await house.do(WHO.hanafi, caseId, {
        type: 'create',
        service: kind.service,
        kind: kind.id,
        negeri: SAPARUA,
        answers: poisoned(kind),
      })
      const answer = JSON.stringify(await as(WHO.hanafi).open({ caseId }))
      expect(answer).toContain('8101••••••••0008')
      expect(/.{60}\d{16}.{10}/.exec(answer)?.[0]).toBeUndefined()
    },
  )

  it('goes on record each time, and tells a first look from a fresh one', async () => {
    const caseId = await house.submitted()
    await as(WHO.yopi).open({ caseId })
    await as(WHO.yopi).open({ caseId, again: true })
    expect(await entries('case.open', caseId)).toEqual([{ person_id: 'yopi', detail: {} }])
    expect(await entries('case.refresh', caseId)).toHaveLength(1)
  })

  it('names other cases with the same NIK, but only those that this person may open', async () => {
    const [mine, theirs] = [await house.submitted(), await house.submitted(WHO.elsewhere, BANDA)]
    const twins = async (actor: Actor) => {
      const answer = await as(actor).open({ caseId: mine })
      return answer.ok ? answer.view.twins.map((twin) => twin.caseId) : []
    }
    expect(await twins(WHO.yopi)).toContain(theirs)
    expect(await twins(WHO.hanafi)).not.toContain(theirs)
  })

  it('takes nothing but what it asks for', async () => {
    const open = as(WHO.yopi).open as (input: unknown) => Promise<unknown>
    for (const input of [{ caseId: 'x' }, { caseId: randomUUID(), more: 1 }, { caseId: { not: '' } }, null])
      await expect(open(input)).rejects.toThrow()
  })
})

describe('case.reveal', () => {
  it('gives one number in full, with who and why on record, and never the number itself', async () => {
    const caseId = await house.submitted()
    const answer = await as(WHO.yopi).reveal({
      caseId,
      field: 'motherNik',
      reason: 'Mencocokkan dengan SIAK',
    })
    expect(answer).toMatchObject({ ok: true, value: NIK })
    const [entry] = await entries('case.reveal', caseId)
    expect(entry).toEqual({
      person_id: 'yopi',
      detail: { field: 'motherNik', reason: 'Mencocokkan dengan SIAK' },
    })
  })

  it('gives nothing of a case of another negeri, nor of a field that hides nothing', async () => {
    const caseId = await house.submitted(WHO.elsewhere, BANDA)
    const reason = 'Ingin tahu saja'
    expect(await as(WHO.hanafi).reveal({ caseId, field: 'motherNik', reason })).toEqual({
      ok: false,
      why: 'not-found',
    })
    expect(await as(WHO.elsewhere).reveal({ caseId, field: 'childName', reason })).toEqual({
      ok: false,
      why: 'not-found',
    })
    expect(await entries('case.reveal', caseId)).toEqual([])
  })

  it('asks for a reason', async () => {
    await expect(
      as(WHO.yopi).reveal({ caseId: randomUUID(), field: 'motherNik', reason: ' . ' }),
    ).rejects.toThrow()
  })

  it('ends at the quota of the day, also for two at once, and begins again the next day', async () => {
    const caseId = await house.submitted()
    const ask = () => as(WHO.verifier).reveal({ caseId, field: 'motherNik', reason: 'Mencocokkan' })
    for (let count = 0; count < REVEALS_A_DAY - 1; count += 1) expect((await ask()).ok).toBe(true)
    const last = await Promise.all([ask(), ask(), ask()])
    expect(last.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await ask()).toEqual({ ok: false, why: 'quota', most: REVEALS_A_DAY })
    expect((await entries('case.revealRefused', caseId)).length).toBeGreaterThan(0)
    house.now += DAY_MS
    expect((await ask()).ok).toBe(true)
  })
})

describe('case.colleagues', () => {
  const person = async (name: string, role: string, areas: readonly string[], disabled = false) => {
    const id = randomUUID()
    await house.db.pool.query(
      'insert into person (id, username, name, password_hash, role, areas, services, disabled_at) values ($1, $8, $2, $3, $4, $5, $6, $7)',
      [id, name, 'x', role, areas, [], disabled ? new Date() : null, id],
    )
    return id
  }

  it('names who may work at this stage in this area, and nobody else', async () => {
    const caseId = await house.submitted()
    await house.do(WHO.ona, caseId, { type: 'claim' })
    const inSaparua = await person('Petugas Saparua', 'NEGERI_OFFICER', [SAPARUA])
    await person('Petugas Banda', 'NEGERI_OFFICER', [BANDA])
    await person('Petugas lama', 'NEGERI_OFFICER', [SAPARUA], true)
    await person('Operator', 'OPERATOR', ['81.01'])
    const people = await as(WHO.supervisor).colleagues({ caseId })
    expect(people.map((one) => one.id)).toEqual([inSaparua])
  })

  it('is a question of the staff, who hand over too; of a case that is not theirs nobody is named', async () => {
    await expect(as(WHO.citizen).colleagues({ caseId: randomUUID() })).rejects.toThrow()
    expect(await as(WHO.elsewhere).colleagues({ caseId: await house.submitted() })).toEqual([])
  })
})
