import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { BANDA, WHO } from '#domain/case/testing/case-scenario.ts'
import { compareAnswers } from '#domain/identity/compare-answers.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { Context } from '#server/trpc/trpc.ts'
import { createCallerFactory } from '#server/trpc/trpc.ts'
import { caseRouter } from './case-router.ts'

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

it('lays two cases side by side for whoever may see both, and for nobody else', async () => {
  const [mine, theirs] = [await house.submitted(), await house.submitted(WHO.elsewhere, BANDA)]
  const seen = await as(WHO.yopi).compare({ caseId: mine, other: theirs })
  if (!seen.ok) throw new Error('not compared')
  expect(seen.reasons).toContain('mother-same')
  expect(seen.lines.every(({ verdict }) => verdict === 'same')).toBe(true)
  expect(JSON.stringify(seen)).not.toMatch(/\d{16}/)
  const missing = await as(WHO.hanafi).compare({ caseId: mine, other: randomUUID() })
  expect(await as(WHO.hanafi).compare({ caseId: mine, other: theirs })).toEqual(missing)
  expect(await as(WHO.hanafi).compare({ caseId: theirs, other: mine })).toEqual(missing)
  await expect(as(WHO.citizen).compare({ caseId: mine, other: theirs })).rejects.toThrow()
  const { rows } = await house.db.pool.query<{ subject: string }>(
    "select subject from audit_entry where action = 'case.open' and person_id = $1",
    [WHO.yopi.id],
  )
  expect(rows.map(({ subject }) => subject)).toEqual(expect.arrayContaining([mine, theirs]))
})

it('tells a village that there is one elsewhere, and not a word of it', async () => {
  const [mine, theirs] = [await house.submitted(), await house.submitted(WHO.elsewhere, BANDA)]
  await house.do(WHO.supervisor, mine, { type: 'linkTwin', other: theirs })
  const other = await house.submitted(WHO.elsewhere, BANDA)
  const read = async () => {
    const answer = await as(WHO.hanafi).open({ caseId: mine })
    if (!answer.ok) throw new Error('not opened')
    return answer.view
  }
  const view = await read()
  expect(view.elsewhere).toBe(1)
  expect(view.likely.map(({ caseId }) => caseId)).not.toContain(other)
  const words = JSON.stringify(view)
  for (const secret of [theirs, other, BANDA, WHO.elsewhere.name]) expect(words).not.toContain(secret)
  expect(view.file.twins).toMatchObject([{ other: '', ruling: 'linked', by: { id: WHO.supervisor.id } }])
})

it('numbers that look alike behind their mask are compared in full', () => {
  const kind = kindOf('KK', 'KK_LOST')
  if (!kind) throw new Error('no kind')
  const lines = compareAnswers(kind, { noKk: '8101120101200001' }, { noKk: '8101120202200001' })
  expect(lines).toEqual([{ field: 'noKk', verdict: 'different' }])
  expect(compareAnswers(kind, { headName: 'Djoehan Lesi' }, { headName: 'YUHAN LESI' })).toEqual([
    { field: 'headName', verdict: 'alike' },
  ])
})
