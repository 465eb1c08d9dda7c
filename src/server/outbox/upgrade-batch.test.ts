import { describe, expect, test } from 'vitest'
import { DAY_MS } from '#domain/shared/instant.ts'
import type { UpgradeStep } from './upgrade-batch.ts'
import { ACCEPTED_FOR_MS, upgradeItems } from './upgrade-batch.ts'

const NOW = Date.UTC(2026, 10, 24)
/** A version that called a field `text`, and one that had no `visibility`. */
const STEPS: readonly UpgradeStep[] = [
  { replacedAt: NOW - 120 * DAY_MS, upgrade: ({ words, ...rest }) => ({ ...rest, text: words }) },
  { replacedAt: NOW - 89 * DAY_MS, upgrade: (item) => ({ visibility: 'internal', ...item }) },
]

describe('items of an earlier version of the app', () => {
  test('are raised step by step to the present shape', () => {
    const steps = STEPS.map((step) => ({ ...step, replacedAt: NOW }))
    expect(upgradeItems(1, [{ words: 'a' }], NOW, steps, 3)).toEqual({
      items: [{ visibility: 'internal', text: 'a' }],
    })
    expect(upgradeItems(2, [{ text: 'a' }], NOW, steps, 3)).toEqual({
      items: [{ visibility: 'internal', text: 'a' }],
    })
    expect(upgradeItems(3, [{ text: 'a' }], NOW, steps, 3)).toEqual({ items: [{ text: 'a' }] })
  })

  test('are taken for 90 days after their version was replaced, and not a day longer', () => {
    expect(upgradeItems(2, [{}], NOW, STEPS, 3)).toHaveProperty('items')
    expect(upgradeItems(1, [{}], NOW, STEPS, 3)).toEqual({ why: 'too-old' })
    const last = [{ replacedAt: NOW - ACCEPTED_FOR_MS, upgrade: (item: object) => ({ ...item }) }]
    expect(upgradeItems(1, [{}], NOW, last, 2)).toHaveProperty('items')
    expect(upgradeItems(1, [{}], NOW + 1, last, 2)).toEqual({ why: 'too-old' })
  })

  test('of a version that is not known here are not touched', () => {
    for (const schema of [0, 4, 1.5, Number.NaN])
      expect(upgradeItems(schema, [{}], NOW, STEPS, 3)).toEqual({ why: 'unknown' })
  })

  test('that are no object at all come through as they are, for the parser to name', () => {
    expect(
      upgradeItems(
        1,
        [null, 7],
        NOW,
        STEPS.map((s) => ({ ...s, replacedAt: NOW })),
        3,
      ),
    ).toEqual({ items: [null, 7] })
  })
})
