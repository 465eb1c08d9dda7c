import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile } from './case-file.ts'
import type { CaseCommand } from './command.ts'
import type { Pin } from './pin.ts'
import { newestOf, pinsToReturn, waitingPins } from './pins-of.ts'
import { repairScopeOf } from './repair-scope.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'

const idOf = (n: number) => `0190a2b4-0000-4000-b000-${String(n).padStart(12, '0')}`
const placeOf = ({ id, number, fileId, sha256, ruleId, page, box }: Pin) => ({
  id,
  number,
  fileId,
  sha256,
  ruleId,
  page,
  box,
})
type Place = ReturnType<typeof placeOf>

/** What holds of the pins of a case, whatever has been done to it. */
function expectPinned(file: CaseFile, known: ReadonlyMap<string, Place>): void {
  expect(file.pins.length).toBe(known.size)
  for (const pin of file.pins) {
    expect(placeOf(pin)).toEqual(known.get(pin.id))
    const paper = file.papers.find((one) => one.fileId === pin.fileId)
    expect([paper?.sha256, paper?.ruleId]).toEqual([pin.sha256, pin.ruleId]) // the page is still here, and the same
    expect(newestOf(file.papers, pin.fileId)?.ruleId).toBe(pin.ruleId)
  }
}

const step = fc.record({ does: fc.nat(99), which: fc.nat(99), box: fc.tuple(fc.nat(5000), fc.nat(5000)) })
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** The next act of a case under repair or at the desk, and by whom: mostly possible, sometimes not. */
function actOf({ does, which, box }: Step, file: CaseFile, n: number) {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[which % Math.max(1, items.length)]
  const [x, y] = [box[0] / 10_000, box[1] / 10_000]
  const put = (): CaseCommand => ({
    type: 'pinPaper',
    pinId: idOf(n),
    fileId: pick(file.papers)?.fileId ?? '',
    page: 1 + (does % 3),
    box: { x, y, w: y / 2, h: x / 2 },
    ...(does % 2 === 0 ? { code: 'DOC_UNREADABLE' as const } : {}),
    text: 'Bagian bawah buram',
  })
  if (file.stage === 'RETURNED_NEGERI') {
    const open = file.papers.filter(
      (paper) => paper.replacedBy === undefined && repairScopeOf(file)?.fileIds.includes(paper.fileId),
    )
    const old = does < 75 ? pick(open) : pick(file.papers)
    if (does < 50) return { by: WHO.hanafi, act: replace(old, idOf(n)) }
    if (does < 60) return { by: WHO.hanafi, act: { type: 'removePaper', fileId: old?.fileId ?? '' } as const }
    if (does < 70) return { by: WHO.lena, act: put() }
    const answers = [0, 1, 2, 3].map((fault) => ({ fault, answer: 'Sudah difoto ulang' }))
    return { by: WHO.hanafi, act: { type: 'repair', answers } as const }
  }
  const pinId = pick(file.pins)?.id ?? idOf(0)
  if (does < 35) return { by: does % 2 === 0 ? WHO.yopi : WHO.lena, act: put() }
  if (does < 45)
    return { by: WHO.hanafi, act: { type: 'replyPin', pinId, replyId: idOf(n), text: 'Sudah' } as const }
  if (does < 65)
    return {
      by: WHO.yopi,
      act: { type: 'settlePin', pinId, as: does % 4 === 0 ? 'notYet' : 'good' } as const,
    }
  if (does < 70) return { by: WHO.yopi, act: { type: 'settlePin', pinId, as: 'open' } as const }
  const faults = pinsToReturn(file).map(({ id, ruleId }) => ({
    code: 'DOC_UNREADABLE' as const,
    instruction: 'Foto ulang di tempat terang.',
    ruleId,
    pins: [id],
  }))
  return { by: WHO.yopi, act: { type: 'returnToNegeri', faults } as const }
}

function replace(old: CaseFile['papers'][number] | undefined, fileId: string): CaseCommand {
  return { type: 'addPaper', fileId, ruleId: old?.ruleId ?? '', replaces: old?.fileId ?? '' }
}

test('a pin keeps its file, its hash, its page and its place through every replacement, return and repair', () => {
  const seen = { pinned: 0, replaced: 0, returned: 0, again: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => {
      const scenario = new Scenario().inVerification()
      const known = new Map<string, Place>()
      for (const [index, one] of steps.entries()) {
        const before = scenario.case
        const { by, act } = actOf(one, before, index + 1)
        const file = {
          fileId: 'fileId' in act ? act.fileId : '',
          sha256: String(index).padStart(64, 'c'),
          mime: 'image/jpeg',
          bytes: 1,
        }
        if (scenario.refusal(by, act, { file }) !== undefined) continue
        scenario.do(by, act, { file })
        const fresh = scenario.case.pins.at(-1)
        if (act.type === 'pinPaper' && fresh) known.set(fresh.id, placeOf(fresh))
        if (act.type === 'pinPaper') seen.pinned += 1
        if (act.type === 'addPaper' && before.pins.some((pin) => pin.fileId === act.replaces))
          seen.replaced += 1
        if (act.type === 'returnToNegeri') seen.returned += 1
        if (act.type === 'returnToNegeri' && before.pins.some((pin) => pin.askedAt !== undefined))
          seen.again += 1
        expectPinned(scenario.case, known)
        // What came back and is not good never lets the case go on.
        const on = scenario.refusal(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true })
        if (waitingPins(scenario.case).length > 0 && scenario.case.stage === 'VERIFICATION')
          expect(on?.why).toBe('pins-waiting')
      }
    }),
    { numRuns: 25 },
  )
  // A property that never saw its subject proves nothing.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(5)
})
