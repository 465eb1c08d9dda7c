import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseCommand } from '#domain/case/command.ts'
import type { OutboxItem } from '#client/device/device-entry.ts'
import { planOf } from './lanes.ts'

const NOW = 1_000_000
const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
let order = 0
const base = (caseId: string, more: object) => ({
  kind: 'item' as const,
  id: `i${(order += 1)}`,
  caseId,
  about,
  order,
  putAt: 0,
  tries: 0,
  ...more,
})
const text = (caseId: string, command: CaseCommand, more: object = {}): OutboxItem => ({
  ...base(caseId, more),
  what: 'command',
  seenVersion: 0,
  command,
})
const paper = (caseId: string, more: object = {}): OutboxItem => ({
  ...base(caseId, more),
  what: 'paper',
  paperId: `p${order}`,
  ruleId: 'KK',
  bytes: 1,
  sha256: '',
})
const CREATE = { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: '81.01.12.2001' } as const
const edit = (value: string): CaseCommand => ({ type: 'edit', changed: { name: value }, base: {} })
const SUBMIT = { type: 'submit' } as const
const trouble = { trouble: { why: 'form-invalid', at: 0 } }
const textIds = (items: readonly OutboxItem[]) => planOf(items, NOW).texts.map((item) => item.id)

describe('the lanes of the outbox', () => {
  test('one bad item among twenty: all the others go', () => {
    const bad = text('bad', edit('x'), trouble)
    const good = Array.from({ length: 20 }, (_, index) => text(`c${index}`, edit('y')))
    expect(textIds([bad, ...good])).toEqual(good.map((item) => item.id))
    expect(planOf([bad], NOW).standing.get(bad.id)).toBe('attention')
  })

  test('inside a case words keep their order, and go before photos that were put earlier', () => {
    const [create, first, photo, second] = [
      text('a', CREATE),
      text('a', edit('1')),
      paper('a'),
      text('a', edit('2')),
    ]
    expect(textIds([second, photo, create, first])).toEqual([create.id, first.id, second.id])
    expect(planOf([create, photo], NOW).papers).toEqual([]) // the Dinas does not know the case yet
    expect(planOf([photo], NOW).papers).toEqual([photo])
  })

  test('a case is handed in only after everything before it, photos and troubled items too', () => {
    const submit = (items: OutboxItem[]) =>
      planOf([...items, text('a', SUBMIT)], NOW).texts.at(-1)?.command.type
    expect(submit([])).toBe('submit')
    expect(submit([text('a', edit('1'))])).toBe('submit')
    expect(submit([paper('a')])).toBeUndefined()
    expect(submit([text('a', edit('1'), trouble)])).toBeUndefined()
    expect(submit([paper('b'), text('b', edit('1'), trouble)])).toBe('submit') // another case is no reason
  })

  test('without its beginning nothing of a case can go; without one troubled edit the rest can', () => {
    expect(textIds([text('a', CREATE, trouble), text('a', edit('1'))])).toEqual([])
    const next = text('a', edit('2'))
    expect(textIds([text('a', edit('1'), trouble), next])).toEqual([next.id])
  })

  test('what a person moved to another time waits until then, and what needs it waits with it', () => {
    const held = text('a', edit('1'), { notBefore: NOW + 500 })
    const later = text('a', edit('2'))
    const plan = planOf([held, later], NOW)
    expect(plan.texts).toEqual([])
    expect(plan.standing.get(held.id)).toBe('held')
    expect(plan.nextAt).toBe(NOW + 500)
    expect(planOf([held, later], NOW + 500).texts).toHaveLength(2)
    expect(planOf([paper('a', { notBefore: NOW + 1 }), later], NOW).texts).toEqual([later]) // a photo holds no words
  })

  test('whatever lies there: every item stands somewhere, and nothing in trouble or put off is sent', () => {
    const anItem = fc.record({
      caseId: fc.constantFrom('a', 'b', 'c'),
      what: fc.constantFrom<'create' | 'edit' | 'submit' | 'paper'>('create', 'edit', 'submit', 'paper'),
      bad: fc.boolean(),
      held: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 20 }), (wanted) => {
        const items = wanted.map(({ caseId, what, bad, held }) => {
          const more = { ...(bad ? trouble : {}), ...(held ? { notBefore: NOW + 1 } : {}) }
          if (what === 'paper') return paper(caseId, more)
          return text(caseId, what === 'create' ? CREATE : what === 'edit' ? edit('v') : SUBMIT, more)
        })
        const plan = planOf(items, NOW)
        expect(plan.standing.size).toBe(items.length)
        for (const item of [...plan.texts, ...plan.papers]) {
          expect(item.trouble).toBeUndefined()
          expect(item.notBefore).toBeUndefined()
        }
      }),
    )
  })
})
