import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { ROLES } from '#domain/access/role.ts'
import type { QueueRow } from './queue-row.ts'
import { FLAG } from './queue-row.ts'
import { isMine, mayTake, needsMe, NEXT_STEP, TAKES_AT } from './queue-view.ts'
import type { CommandType } from './command.ts'
import { STAGES } from './stage.ts'
import { STEPS, workersAt } from './transition.ts'

/** What may happen anywhere and is nobody's next step. */
const ASIDE: readonly CommandType[] = [
  'cancel',
  'mergeTwin',
  'undoTwin',
  'discard',
  'hold',
  'resume',
  'reassign',
  'escalate',
  'reportError',
  'confirmRejection',
  'passOn',
]

const actor = (role: Actor['role'], id = 'me'): Actor => ({
  id,
  name: 'Ona',
  role,
  areas: ['81.01'],
  services: [],
})
const row: QueueRow = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 1,
  seq: 1,
  service: 'KK',
  kind: 'x',
  negeri: '81.01.12.2001',
  stage: 'FORWARDED',
  number: null,
  applicant: 'Marwa Lesi',
  ownerId: 'x',
  submitted: true,
  holder: null,
  stageAt: 0,
  submittedAt: 0,
  changedAt: 0,
  changedBy: '',
  birthLate: false,
  flags: 0,
  returnCount: 0,
  escalation: 0,
  clock: null,
}
const held = (id: string, until: number) => ({
  ...row,
  holder: { id, name: 'Yopi', role: 'OPERATOR' as const, until },
})

test.each(ROLES.filter((role) => role !== 'SUPERVISOR'))(
  'the next steps of %s are those that the table gives',
  (role) => {
    const moving = STAGES.filter((stage) =>
      STEPS.some(
        (step) =>
          (step.moves || step.command === 'claim') &&
          !ASIDE.includes(step.command) &&
          step.by.includes(role) &&
          step.in.includes(stage),
      ),
    )
    expect([...NEXT_STEP[role]].toSorted()).toEqual(moving.toSorted())
  },
)

test.each([...ROLES, 'SYSTEM' as const])('%s takes cases where the table lets them claim', (role) => {
  expect([...(TAKES_AT[role] ?? [])].toSorted()).toEqual(
    STAGES.filter((stage) => workersAt(stage).includes(role)).toSorted(),
  )
})

test('someone else at it is not mine to do; a lapsed lease is nobody', () => {
  expect(needsMe(held('other', 100), actor('OPERATOR'), 50)).toBe(false)
  expect(needsMe(held('other', 100), actor('OPERATOR'), 100)).toBe(true)
  expect(needsMe(held('me', 100), actor('OPERATOR'), 50)).toBe(true)
  expect(mayTake(held('other', 100), actor('OPERATOR'), 50)).toBe(false)
  expect(mayTake(held('other', 100), actor('OPERATOR'), 100)).toBe(true)
  expect(mayTake(row, actor('NEGERI_OFFICER'), 1)).toBe(false)
  expect(isMine(held('me', 100), actor('OPERATOR'))).toBe(true)
})

test('a proposed rejection waits for a second person', () => {
  const proposed = { ...row, flags: FLAG.rejectionProposed }
  expect([
    needsMe(proposed, actor('VERIFIER'), 1),
    needsMe(proposed, actor('SUPERVISOR'), 1),
    needsMe(row, actor('SUPERVISOR'), 1),
  ]).toEqual([true, true, false])
})
