import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { maySee, roomsHeardBy, roomsTold } from '#domain/access/may-see.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { queueOf } from '#domain/shared/service-id.ts'
import { decide } from './decide.ts'
import { evolve, fold } from './evolve.ts'
import { mayDo } from './may-do.ts'
import { stamp } from './stamp.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'
import type { RandomStep } from './testing/random-command.ts'
import { aim, drawOf, randomCommand, randomStep } from './testing/random-command.ts'
import { personOf, visibleOf } from './visible.ts'

const START: readonly ((scenario: Scenario) => Scenario)[] = [
  (scenario) => scenario,
  (scenario) => scenario.draft(WHO.citizen).addPapers(WHO.citizen),
  (scenario) => scenario.submitted(),
  (scenario) => scenario.reviewed(),
  (scenario) => scenario.inVerification(),
  (scenario) => scenario.inValidation(),
  (scenario) => scenario.awaitingTte(),
  (scenario) => scenario.delivered(),
]

/** One random act; what it must be true of whatever happened. */
function act(scenario: Scenario, step: RandomStep): void {
  const { actor: name, type } = aim(step, scenario.file?.stage ?? 'none')
  const actor: Actor = WHO[name]
  scenario.now += step.minutes * MINUTE_MS
  const before = scenario.file
  const command = randomCommand(
    type,
    drawOf(step),
    before ?? { checklist: [], papers: [] },
    scenario.kind,
    scenario.now,
  )
  const fileId = 'fileId' in command ? command.fileId : ''
  const facts = scenario.facts({
    file: { fileId, sha256: 'b'.repeat(64), mime: 'image/png', bytes: 1 },
    person: personOf(WHO.lena),
  })
  const answer = decide(before, command, actor, facts)
  if (
    before !== undefined &&
    !maySee(actor, visibleOf(before)) &&
    (answer.ok || answer.refusal.why !== 'not-found')
  ) {
    expect.unreachable(`${actor.id} acts on what they may not see: ${command.type}`)
  }
  const early =
    before === undefined || command.type === 'create' ? undefined : mayDo(before, command.type, actor, facts)
  if (early !== undefined) expect(answer).toEqual({ ok: false, refusal: early })
  if (!answer.ok) return
  expect(answer.events.length).toBeGreaterThan(0)
  const events = stamp(
    '0190a2b4-0000-4000-8000-000000000001',
    before?.version ?? 0,
    answer.events,
    personOf(actor),
    scenario.now,
  )
  scenario.file = events.reduce(evolve, before)
  scenario.events.push(...events)
  expect(scenario.case.version).toBe((before?.version ?? 0) + answer.events.length)
}

test('whatever is asked by whomever, the rules answer, and the log tells the same case', () => {
  fc.assert(
    fc.property(
      fc.nat(START.length - 1),
      fc.array(randomStep, { minLength: 30, maxLength: 60 }),
      (start, steps) => {
        const scenario = (START[start] ?? START[0])?.(new Scenario()) ?? new Scenario()
        for (const step of steps) act(scenario, step)
        expect(fold(scenario.events)).toEqual(scenario.file)
      },
    ),
    { numRuns: 60 },
  )
})

test('an actor hears of a case if and only if they may open it', () => {
  const area = fc.constantFrom(
    '81',
    '81.01',
    '81.01.12',
    '81.01.01',
    '81.01.12.2001',
    '81.01.12.2002',
    '81.0',
    '82.01',
  )
  const negeri = fc.constantFrom('81.01.12.2001', '81.01.12.2002', '81.01.01.2001', '82.01.01.2001')
  const service = fc.constantFrom('KK', 'AKTA_KELAHIRAN', 'SKPWNI' as const)
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(WHO)),
      fc.array(area, { maxLength: 3 }),
      fc.array(service, { maxLength: 2 }),
      fc.record({ service, negeri, submitted: fc.boolean(), ownerId: fc.constantFrom('citizen', 'hanafi') }),
      (who, areas, services, item) => {
        const actor = { ...who, areas, services } as Actor
        const heard = roomsHeardBy(actor, queueOf(item.negeri, item.service))
        const hears = roomsTold(item).some((room) => heard.includes(room))
        expect(hears).toBe(maySee(actor, item))
        const within = areas.some((one) => item.negeri === one || item.negeri.startsWith(`${one}.`))
        const serves = services.length === 0 || services.includes(item.service)
        const side =
          actor.role === 'CITIZEN'
            ? item.ownerId === actor.id
            : actor.role === 'NEGERI_OFFICER' || item.submitted
        const never = actor.role === 'LEADERSHIP' || actor.role === 'ADMIN'
        expect(maySee(actor, item)).toBe(!never && within && serves && side)
      },
    ),
    { numRuns: 400 },
  )
})
