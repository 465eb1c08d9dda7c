import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { fold } from '#domain/case/evolve.ts'
import { BANDA, MORNING, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { loadCase, loadEvents } from './load-case.ts'
import type { TimedCommand } from './run-commands.ts'
import { runCommands } from './run-commands.ts'
import { House, ORIGIN } from './testing/house.ts'

let house: House

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

let minute = 0
function timed(actor: Actor, caseId: string, command: CaseCommand): TimedCommand {
  const envelope = { commandId: randomUUID(), caseId, seenVersion: 0, command }
  minute += 1
  return { actor, envelope, at: MORNING + minute * MINUTE_MS, origin: ORIGIN }
}

function draft(actor: Actor, negeri: string): TimedCommand {
  return timed(actor, randomUUID(), { type: 'create', service: 'KK', kind: 'KK_LOST', negeri })
}

it('a batch over two queues and many cases is the same as its commands one by one', async () => {
  const cases = Array.from({ length: 20 }, (_, n) =>
    n % 2 ? draft(WHO.hanafi, SAPARUA) : draft(WHO.elsewhere, BANDA),
  )
  const notes = cases.map(({ actor, envelope }) =>
    timed(actor, envelope.caseId, {
      type: 'writeNote',
      noteId: randomUUID(),
      text: 'Catatan',
      visibility: 'internal',
    }),
  )
  const answers = await runCommands(house.shell, [...cases, ...notes])
  expect(answers.map((answer) => answer.ok && answer.seq)).toEqual(answers.map((_, n) => n + 1))
  for (const { envelope, at } of cases) {
    const events = await loadEvents(house.shell, envelope.caseId)
    expect(fold(events)).toEqual(await loadCase(house.shell, envelope.caseId))
    expect(events[0]?.at).toBe(at)
  }
})

it('sent again it answers as before and does nothing', async () => {
  const batch = [draft(WHO.hanafi, SAPARUA), draft(WHO.hanafi, SAPARUA)]
  const first = await runCommands(house.shell, batch)
  const again = await runCommands(house.shell, batch)
  expect(again).toEqual(first.map((answer) => ({ ...answer, repeated: true })))
})

it('a refused command leaves the others standing, a fault none', async () => {
  const good = draft(WHO.hanafi, SAPARUA)
  const answers = await runCommands(house.shell, [draft(WHO.hanafi, BANDA), good])
  expect(answers.map((answer) => answer.ok)).toEqual([false, true])
  const lost = draft(WHO.hanafi, SAPARUA)
  const broken = { ...draft(WHO.hanafi, SAPARUA), origin: { address: '\u0000', device: '' } } // no text for PostgreSQL
  await expect(runCommands(house.shell, [lost, broken])).rejects.toThrow()
  expect(await loadCase(house.shell, lost.envelope.caseId)).toBeUndefined()
})
