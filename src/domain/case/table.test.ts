import { expect, test } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { ROLES } from '#domain/access/role.ts'
import type { CaseFile } from './case-file.ts'
import { COMMAND_TYPES } from './command.ts'
import { decide } from './decide.ts'
import { mayDo, possibleActions } from './may-do.ts'
import type { Stage } from './stage.ts'
import { STAGES } from './stage.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'
import { randomCommand } from './testing/random-command.ts'
import { STEPS, TRANSITIONS, stepFor } from './transition.ts'

const ACTING: readonly (Role | 'SYSTEM')[] = [...ROLES, 'SYSTEM']
const of = (role: Role | 'SYSTEM') => ({ ...WHO.hanafi, id: role === 'CITIZEN' ? 'hanafi' : role, role })

const submitted = new Scenario().submitted().case

/** A case that could stand in any stage, as far as the table is concerned. */
function inStage(stage: Stage): CaseFile {
  const returned = {
    faults: [],
    fromStage: 'VERIFICATION',
    by: WHO.yopi,
    at: 0,
    expiresOn: '2030-01-01',
    changedFields: [],
  } as const
  return { ...submitted, stage, returned }
}

const facts = new Scenario().facts()

test.each(STAGES)('in %s nothing happens that the table does not give, whatever the role', (stage) => {
  const file = inStage(stage)
  const done = COMMAND_TYPES.filter((command) => command !== 'create').flatMap((type) =>
    ACTING.filter((role) => stepFor(type, stage, role) === undefined).flatMap((role) => {
      const answer = decide(
        file,
        randomCommand(type, () => 0, file, 'BIRTH_REGULAR', facts.now),
        of(role),
        facts,
      )
      if (answer.ok) return [`${role} ${type}`]
      const outside = ['not-found', 'not-your-role', 'not-in-stage'].includes(answer.refusal.why)
      return outside ? [] : [`${role} ${type}: ${answer.refusal.why}`]
    }),
  )
  expect(done).toEqual([])
})

test('what the table gives is stopped by no table', () => {
  const stopped = STEPS.flatMap((step) =>
    step.in
      .filter((stage) => stage !== 'none')
      .flatMap((stage) =>
        step.by
          .filter((role) => role !== 'SYSTEM' || stage !== 'DRAFT')
          .flatMap((role) => {
            const file = {
              ...inStage(stage),
              holder: { ...WHO.hanafi, id: of(role).id, role, since: 0, until: facts.now + 1 },
            }
            const why =
              step.command === 'create' ? undefined : mayDo(file, step.command, of(role), facts)?.why
            const byTable = why === 'not-your-role' || (why === 'not-in-stage' && step.command !== 'cancel')
            return byTable || why === 'held-by-other' ? [`${role} ${step.command} in ${stage}`] : []
          }),
      ),
  )
  expect(stopped).toEqual([])
})

test('the table has every row of the workflow, T01 to T33, a merge and its undoing, and no other', () => {
  const rows = [...new Set(TRANSITIONS.map((row) => row.id))]
  expect(rows).toEqual(Array.from({ length: 35 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`))
})

test('leadership and administrators do nothing to a case, and do not see it', () => {
  for (const actor of [WHO.regent, WHO.admin]) {
    expect(possibleActions(inStage('VERIFICATION'), actor, facts)).toEqual([])
  }
})
