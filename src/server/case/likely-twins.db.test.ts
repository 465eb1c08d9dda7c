import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { Answers } from '#domain/service/answers.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { sampleAnswers } from '#domain/service/sample-answers.ts'
import { seededRandom } from '#domain/service/samples/seeded-random.ts'
import { textIn } from '#domain/service/read-answers.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { fillTwins } from './fill-twins.ts'
import { likelyTwins, twinHashesOf } from './likely-twins.ts'
import { loadCase, loadEvents } from './load-case.ts'
import { runCommand } from './run-command.ts'
import { sealCase } from './sealed.ts'
import { House, ORIGIN } from './testing/house.ts'
import { ASKED_ELSEWHERE_A_DAY, restOfStep, STEP_MS, twinsShown } from './twins-shown.ts'

let house: House
beforeAll(async () => {
  house = await new House(await testDatabase(), { connections: 10 }).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

/** A birth; the same `family` is the same child of the same parents. */
async function birth(
  family: number,
  more: Answers = {},
  by: Actor = WHO.hanafi,
  negeri = SAPARUA,
): Promise<string> {
  const caseId = randomUUID()
  const context = { random: seededRandom(family), reportOn: localDateInWit(house.now), negeri: SAPARUA }
  const answers = { ...sampleAnswers('BIRTH_REGULAR', 'onTime', context), ...more }
  await house.do(by, caseId, {
    type: 'create',
    service: 'AKTA_KELAHIRAN',
    kind: 'BIRTH_REGULAR',
    negeri,
    answers,
  })
  return caseId
}
async function filed(
  family: number,
  more: Answers = {},
  by: Actor = WHO.hanafi,
  negeri = SAPARUA,
): Promise<string> {
  const caseId = await birth(family, more, by, negeri)
  await house.addPapers(caseId, by)
  await house.do(by, caseId, { type: 'submit' })
  return caseId
}
async function atTheDinas(family: number, more: Answers = {}): Promise<string> {
  const caseId = await filed(family, more)
  await house.do(WHO.ona, caseId, { type: 'claim' })
  await checkAll(caseId, WHO.ona)
  await house.do(WHO.ona, caseId, { type: 'forward' })
  await house.do(WHO.yopi, caseId, { type: 'claim' })
  await checkAll(caseId, WHO.yopi)
  return caseId
}
async function checkAll(caseId: string, by: Actor): Promise<void> {
  for (const { ruleId } of (await opened(caseId)).checklist)
    await house.do(by, caseId, { type: 'checkItem', ruleId, result: 'ok' })
}
async function opened(caseId: string) {
  const file = await loadCase(house.shell, caseId)
  if (!file) throw new Error('no such case')
  return file
}
async function officer(areas: readonly string[]): Promise<Actor> {
  const id = randomUUID()
  await house.db.pool.query(
    "insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, 'Orang', 'x', 'NEGERI_OFFICER', $3, '{}')",
    [id, `orang-${id}`, areas],
  )
  return { ...WHO.hanafi, id, areas }
}
/** Cases with the same keys, and ids before every other. */
async function decoys(of: string, many: number, stage: string): Promise<void> {
  const file = await opened(of)
  for (let n = 0; n < many; n += 1) {
    const id = `00000000-0000-4000-8000-${stage === 'DRAFT' ? '1' : '0'}${String(n).padStart(11, '0')}`
    const sealed = sealCase(house.shell.sealer, { ...file, id, stage: stage as 'DRAFT' })
    await house.db.pool.query(
      `insert into case_file select (jsonb_populate_record(c, $2::jsonb)).* from case_file c where c.id = $1`,
      [
        of,
        {
          id,
          stage,
          number: null,
          queue_seq: 1_000_000 + many * 100 + n + (stage === 'DRAFT' ? 100 : 0),
          submitted: stage !== 'DRAFT',
          submitted_at: null,
          sealed: `\\x${sealed.toString('hex')}`,
        },
      ],
    )
    await house.db.pool.query(
      "insert into case_identity select $2, kind, hash from case_identity where case_id = $1 and kind = 'twin'",
      [of, id],
    )
  }
}
const near = async (caseId: string) =>
  (await likelyTwins(house.shell.pool, house.shell.sealer, await opened(caseId))).map(({ file }) => file.id)
const shown = async (actor: Actor, caseId: string) =>
  twinsShown(house.shell, actor, await opened(caseId), ORIGIN)
const ACCEPT = { type: 'accept', nikConfirmed: true, duplicatesCleared: true } as const

describe('finding', () => {
  it('a child filed again under another spelling, and not after that one has ended', async () => {
    const first = await filed(1)
    const second = await birth(1, { childName: `${textIn((await opened(first)).answers, 'childName')}H` })
    expect(await near(second)).toEqual([first])
    expect(await near(first)).toEqual([second])
    await house.do(WHO.hanafi, first, { type: 'cancel', reason: 'Pemohon menarik', statement: 'Surat' })
    expect(await near(second)).toEqual([])
  })

  it('two dozen look-alikes that were thrown away, or only begun, do not push out the true double', async () => {
    const first = await filed(6)
    const second = await birth(6, { childName: `${textIn((await opened(first)).answers, 'childName')}H` })
    await decoys(second, 24, 'CANCELLED')
    expect(await near(second)).toEqual([first])
    await decoys(second, 24, 'DRAFT')
    expect(await near(second)).toContain(first)
  })

  it('follows the answers, and knows a case of before by the index that a killed back-fill finishes', async () => {
    const first = await birth(2)
    const stranger = await birth(3)
    expect(await near(stranger)).toEqual([])
    const { answers } = await opened(first)
    const changed = Object.fromEntries(
      ['childName', 'birthDate', 'motherName', 'motherNik'].map((field) => [field, answers[field] ?? null]),
    )
    const mine = (await opened(stranger)).answers
    const base = Object.fromEntries(Object.keys(changed).map((field) => [field, mine[field] ?? null]))
    await house.do(WHO.hanafi, stranger, { type: 'edit', changed, base })
    expect(await near(stranger)).toEqual([first])

    await house.db.pool.query("delete from case_identity where kind = 'twin'")
    expect(await near(stranger)).toEqual([])
    const shell = { ...house.shell }
    expect(await fillTwins(shell, 1)).toBeGreaterThan(0) // killed after its first batch
    await fillTwins(shell)
    expect(await near(stranger)).toEqual([first])
    expect(await fillTwins(shell)).toBe(0) // done is done
  })

  it('what lies in the index is no name, no date and no number, and tells nothing without the key', async () => {
    const file = await opened(await birth(4))
    const { rows } = await house.db.pool.query<{ hash: string }>(
      "select hash from case_identity where case_id = $1 and kind = 'twin'",
      [file.id],
    )
    expect(rows.length).toBeGreaterThan(4)
    for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{32}$/)
    const other = await new House(house.db).open()
    const { createSealer } = await import('#server/seal/sealer.ts')
    const key = 'A'.repeat(43)
    const foreign = createSealer({ sealing: [{ id: 1, key }], blindIndex: key })
    const theirs = new Set(twinHashesOf(foreign, file))
    expect(rows.some(({ hash }) => theirs.has(hash))).toBe(false)
    await other.close()
  })

  it('asks the index only, whatever else there is', async () => {
    await house.db.pool.query(
      `insert into case_identity (case_id, kind, hash) select gen_random_uuid(), 'twin', md5(n::text) from generate_series(1, 60000) n`,
    )
    await house.db.pool.query('analyze case_identity')
    const { LIKELY } = await import('./likely-twins.ts')
    const file = await opened(await birth(5))
    const { rows } = await house.db.pool.query<{ 'QUERY PLAN': string }>(
      `explain ${LIKELY.replace('$1', `'{${twinHashesOf(house.shell.sealer, file).join(',')}}'`)
        .replace('$2', `'${file.id}'`)
        .replace('$3', "'AKTA_KELAHIRAN'")
        .replace('$4', '24')}`,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index.* on case_identity/)
    expect(plan).not.toMatch(/Seq Scan on case_identity/)
  })
})

describe('deciding, of both cases or of none', () => {
  it('told apart: on record in both, not shown again, taken back with a reason', async () => {
    const [one, other] = [await filed(10), await filed(10)]
    await house.do(WHO.hanafi, one, { type: 'dismissTwin', other, reason: 'Sepupu dengan nama sama' })
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      expect((await opened(mine)).twins).toMatchObject([
        { other: theirs, ruling: 'different', by: { id: WHO.hanafi.id } },
      ])
      expect(await near(mine)).toEqual([])
    }
    expect(await house.refusal(WHO.ona, other, { type: 'linkTwin', other: one })).toMatchObject({
      why: 'twin-settled',
      by: { id: WHO.hanafi.id },
    })
    await house.do(WHO.ona, other, { type: 'undoTwin', other: one, reason: 'Ternyata anak yang sama' })
    expect(await near(one)).toEqual([other])
  })

  it('merged: one goes on, the other ends with words and a pointer; undone it stands where it stood', async () => {
    const [one, other] = [await filed(11), await filed(11)]
    await house.do(WHO.ona, other, { type: 'claim' })
    await house.do(WHO.ona, other, { type: 'release' })
    const words = 'Permohonan ini sama dengan yang sudah berjalan.'
    await house.do(WHO.ona, other, { type: 'mergeTwin', other: one, words })
    expect(await opened(other)).toMatchObject({
      stage: 'CANCELLED',
      ended: { reason: words },
      twins: [{ other: one, ruling: 'ended', from: 'NEGERI_REVIEW' }],
    })
    expect(await opened(one)).toMatchObject({ stage: 'SUBMITTED', twins: [{ other, ruling: 'taken' }] })
    expect((await opened(one)).papers).toHaveLength((await opened(other)).papers.length)
    const papers = (await opened(other)).papers.length
    await house.do(WHO.hanafi, one, { type: 'undoTwin', other, reason: 'Dua anak yang berbeda' })
    const back = await opened(other)
    expect(back).toMatchObject({ stage: 'NEGERI_REVIEW', twins: [] })
    expect(back.ended).toBeUndefined()
    expect(back.papers).toHaveLength(papers)
    await house.do(WHO.ona, other, { type: 'claim' })
  })

  it('sent again it is one act; another content under its id is refused', async () => {
    const [one, other] = [await filed(12), await filed(12)]
    const commandId = randomUUID()
    const command = { type: 'linkTwin', other } as const
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => house.run(WHO.hanafi, one, command, commandId)),
    )
    expect(answers.every((answer) => answer.ok)).toBe(true)
    for (const id of [one, other])
      expect((await loadEvents(house.shell, id)).filter(({ type }) => type === 'TwinLinked')).toHaveLength(1)
    const again = { type: 'dismissTwin', other, reason: 'Bukan anak yang sama' } as const
    expect(await house.run(WHO.hanafi, one, again, commandId)).toMatchObject({
      refusal: { why: 'command-id-reused' },
    })
  })

  it('cut off between the two halves nothing is done, and sending it again does both', async () => {
    const [one, other] = [await filed(13), await filed(13)]
    const commandId = randomUUID()
    const pool = dyingPool(2)
    const envelope = { commandId, caseId: one, seenVersion: 0, command: { type: 'linkTwin', other } as const }
    await expect(runCommand({ ...house.shell, pool }, WHO.hanafi, envelope, ORIGIN)).rejects.toThrow()
    for (const id of [one, other]) expect((await opened(id)).twins).toBeUndefined()
    expect(await house.run(WHO.hanafi, one, envelope.command, commandId)).toMatchObject({
      ok: true,
      repeated: false,
    })
    for (const id of [one, other]) expect((await opened(id)).twins).toHaveLength(1)
  })

  it('nobody rules on a case that they may not see, and learns nothing by trying', async () => {
    const mine = await filed(14)
    const theirs = await filed(14, {}, WHO.elsewhere, BANDA)
    const refused = { why: 'not-found' }
    for (const other of [theirs, randomUUID()]) {
      expect(await house.refusal(WHO.hanafi, mine, { type: 'linkTwin', other })).toEqual(refused)
      expect(
        await house.refusal(WHO.hanafi, mine, {
          type: 'mergeTwin',
          other,
          words: 'Digabung dengan yang lain',
        }),
      ).toEqual(refused)
      expect(await house.refusal(WHO.hanafi, other, { type: 'linkTwin', other: mine })).toEqual(refused)
    }
    expect(await house.refusal(WHO.hanafi, mine, { type: 'takeTwin', other: theirs })).toEqual(refused)
    for (const id of [mine, theirs]) expect((await opened(id)).twins).toBeUndefined()
    await house.do(WHO.supervisor, mine, { type: 'linkTwin', other: theirs })
  })

  it('what one of the two refuses is not done to the other', async () => {
    const mine = await filed(16)
    const theirs = await birth(16, {}, WHO.citizen) // a draft that is its owner's alone
    expect(await house.refusal(WHO.hanafi, mine, { type: 'linkTwin', other: theirs })).toMatchObject({
      why: 'owner-only',
    })
    for (const id of [mine, theirs]) expect((await opened(id)).twins).toBeUndefined()
  })

  it('what the Dinas would accept waits until each likely double is decided on', async () => {
    const first = await filed(15)
    const second = await atTheDinas(15)
    const { number } = await opened(first)
    expect(await house.refusal(WHO.yopi, second, ACCEPT)).toEqual({
      why: 'twins-unsettled',
      numbers: [number],
      elsewhere: false,
    })
    await house.do(WHO.yopi, second, { type: 'dismissTwin', other: first, reason: 'Anak kembar, lain nama' })
    await house.do(WHO.yopi, second, ACCEPT)
  })
})

describe('beyond the own area', () => {
  it('one bit and no more: same answer for one as for many, whoever they are', async () => {
    const mine = await filed(20)
    expect(await shown(WHO.hanafi, mine)).toEqual({ seen: [], elsewhere: 0 })
    await filed(20, {}, WHO.elsewhere, BANDA)
    const one = await shown(WHO.hanafi, mine)
    await filed(20, {}, WHO.elsewhere, BANDA)
    await filed(20, {}, WHO.elsewhere, BANDA)
    const many = await shown(WHO.hanafi, mine)
    expect(one).toEqual({ seen: [], elsewhere: 1 })
    expect(JSON.stringify(many)).toBe(JSON.stringify(one))
    expect((await shown(WHO.supervisor, mine)).seen).toHaveLength(3)
    expect(await shown({ ...WHO.hanafi, role: 'CITIZEN' }, mine)).toEqual({ seen: [], elsewhere: 0 })
  })

  it('a draft elsewhere is nobody’s business', async () => {
    const mine = await filed(21)
    await birth(21, {}, WHO.elsewhere, BANDA)
    expect((await shown(WHO.hanafi, mine)).elsewhere).toBe(0)
  })

  it('takes whole steps of time, for much as for nothing', async () => {
    for (const took of [0, 0.4, 3, 11.9, 12, 12.1, 40]) {
      const whole = took + restOfStep(took)
      expect(whole / STEP_MS).toBeCloseTo(Math.max(1, Math.ceil(took / STEP_MS)), 6)
    }
    const alone = await opened(await filed(22))
    const began = performance.now()
    await twinsShown(house.shell, WHO.hanafi, alone, ORIGIN)
    expect(performance.now() - began).toBeGreaterThan(STEP_MS - 1.5) // timers of Node are whole milliseconds
  })

  it('a negeri that tries many names is answered "not today", on record, and no further', async () => {
    const prober = { ...WHO.hanafi, id: 'prober' }
    await filed(24, {}, WHO.elsewhere, BANDA)
    const target = await opened(await filed(24))
    const guess = (n: number) => ({
      ...target,
      answers: {
        ...target.answers,
        birthDate: `${1900 + n}-05-17`,
      },
    })
    for (let n = 0; n < ASKED_ELSEWHERE_A_DAY; n += 1)
      expect((await twinsShown(house.shell, prober, guess(n), ORIGIN)).elsewhere).not.toBe(2)
    expect(await twinsShown(house.shell, prober, target, ORIGIN)).toMatchObject({ elsewhere: 2 })
    const { rows } = await house.db.pool.query<{ action: string; n: number }>(
      "select action, count(*)::int as n from audit_entry where person_id = 'prober' group by action order by action",
    )
    expect(rows).toEqual([
      { action: 'case.askElsewhere', n: ASKED_ELSEWHERE_A_DAY },
      { action: 'case.askElsewhereRefused', n: 1 },
    ])
    house.now += 24 * 3_600_000
    expect(await twinsShown(house.shell, prober, target, ORIGIN)).toMatchObject({ elsewhere: 1 })
  })

  it('what a negeri may ask is shared by all who serve it, and not with the next negeri', async () => {
    const [one, colleague, next] = [
      await officer(['81.01.12.2012']),
      await officer(['81.01.12.2012']),
      await officer([BANDA]),
    ]
    const target = await opened(await filed(26))
    await house.db.pool.query(
      `insert into audit_entry select 'asked', n, $2, $1, 'NEGERI_OFFICER', 'case.askElsewhere', '', jsonb_build_object('what', n::text), '', '', '', ''
       from generate_series(1, ${ASKED_ELSEWHERE_A_DAY}) n`,
      [one.id, new Date(house.now)],
    )
    expect(await shown(colleague, target.id)).toMatchObject({ elsewhere: 2 })
    expect(await shown(next, target.id)).toMatchObject({ elsewhere: 0 })
  })

  it('asking the Dinas becomes a notice to whoever sees both, and their ruling answers', async () => {
    const mine = await filed(25)
    const theirs = await filed(25, {}, WHO.elsewhere, BANDA)
    await house.do(WHO.hanafi, mine, { type: 'askTwin' })
    expect(await house.refusal(WHO.hanafi, mine, { type: 'askTwin' })).toEqual({ why: 'nothing-changes' })
    const { rows } = await house.db.pool.query<{ payload: { to: { role: string } } }>(
      "select payload from effect where case_id = $1 and payload->>'kind' = 'TwinAsked'",
      [mine],
    )
    expect(rows.map(({ payload }) => payload.to.role)).toEqual(['SUPERVISOR'])
    await house.do(WHO.supervisor, mine, {
      type: 'dismissTwin',
      other: theirs,
      reason: 'Dua anak, ibu berbeda',
    })
    expect((await opened(mine)).twins).toMatchObject([{ ruling: 'different' }])
    expect(await shown(WHO.hanafi, mine)).toEqual({ seen: [], elsewhere: 0 })
  })
})

/** A pool whose connection is torn with the n-th change that is written over it, as by a kill of the process. */
function dyingPool(nth: number): typeof house.shell.pool {
  const { pool } = house.shell
  let writes = 0
  return new Proxy(pool, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name, target)
      if (name !== 'connect') return typeof own === 'function' ? (own.bind(target) as unknown) : own
      return async () => {
        const client = await target.connect()
        const query = client.query.bind(client) as (...words: unknown[]) => Promise<unknown>
        client.query = ((...words: unknown[]) => {
          const asked = words[0] as { readonly name?: string }
          if (asked.name === 'case-write' && (writes += 1) === nth) {
            const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } })
              .connection
            stream.destroy()
          }
          return query(...words)
        }) as typeof client.query
        return client
      }
    },
  })
}
