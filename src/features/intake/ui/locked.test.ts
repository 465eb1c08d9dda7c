import { expect, it } from 'vitest'
import { Scenario, WHO } from '#domain/case/testing/case-scenario.ts'
import { draftViewOf } from '#domain/intake/draft-view.ts'
import { openTo } from './locked.ts'

const box = { x: 0.1, y: 0.1, w: 0.2, h: 0.1 }
const pinId = '0190a2b4-0000-4000-a000-000000000001'

function returned() {
  const scenario = new Scenario().inVerification()
  const fileId = scenario.case.papers.find((paper) => paper.ruleId === 'BIRTH_LETTER')?.fileId ?? ''
  scenario.do(WHO.yopi, { type: 'pinPaper', pinId, fileId, page: 1, box, code: 'DOC_UNREADABLE' })
  return scenario.do(WHO.yopi, {
    type: 'returnToNegeri',
    faults: [
      {
        code: 'DOC_UNREADABLE',
        instruction: 'Foto ulang.',
        ruleId: 'BIRTH_LETTER',
        field: 'birthOrder',
        pins: [pinId],
      },
    ],
  })
}

it('opens to the negeri what the rules let through, and nothing else', () => {
  const scenario = returned()
  const view = draftViewOf(scenario.case, WHO.hanafi)
  const open = openTo(view, view.answers, [])
  const file = { fileId: pinId, sha256: 'f'.repeat(64), mime: 'image/jpeg', bytes: 1 }
  for (const field of Object.keys(view.answers)) {
    const edit = {
      type: 'edit',
      changed: { [field]: 'lain' },
      base: { [field]: view.answers[field] ?? null },
    } as const
    expect([field, open.field(field)]).toEqual([field, scenario.refusal(WHO.hanafi, edit)?.why !== 'locked'])
  }
  for (const paper of view.papers) {
    const replace = { type: 'addPaper', fileId: pinId, ruleId: paper.ruleId, replaces: paper.fileId } as const
    expect([paper.ruleId, open.page(paper)]).toEqual([
      paper.ruleId,
      scenario.refusal(WHO.hanafi, replace, { file })?.why !== 'locked',
    ])
  }
  expect(open.field('birthTime')).toBe(true)
  expect(open.paper('F203', false)).toBe(true)
})

it('shows the pins of the return to the negeri where they stand, and none to an applicant', () => {
  const scenario = returned()
  expect(draftViewOf(scenario.case, WHO.hanafi).pins).toMatchObject([{ id: pinId, number: 1, box, page: 1 }])
  const citizen = draftViewOf(scenario.case, WHO.citizen)
  expect(citizen.pins).toBeUndefined()
  expect(JSON.stringify(citizen.returned)).not.toContain(pinId)
})

it('locks nothing of a draft, nor of a view that a phone keeps from before', () => {
  const draft = draftViewOf(new Scenario().draft().case, WHO.hanafi)
  expect(openTo(draft, draft.answers, []).field('childName')).toBe(true)
  const { scope: _new, ...old } = draftViewOf(returned().case, WHO.hanafi)
  expect(openTo(old, old.answers, []).field('childName')).toBe(true)
})
