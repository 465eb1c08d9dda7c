import { expect, test } from 'vitest'
import { latestOnly } from './latest-only.ts'

test('answers that arrive in reverse order: only the last question is answered', async () => {
  const latest = latestOnly()
  const give: ((value: string) => void)[] = []
  const ask = () => latest(() => new Promise<string>((resolve) => give.push(resolve)))
  const asked = [ask(), ask(), ask()]
  for (const n of [2, 1, 0]) give[n]?.(`answer ${n}`)
  expect(await Promise.all(asked)).toEqual([undefined, undefined, 'answer 2'])
})

test('an old failure is as quiet as an old answer; a present one is heard', async () => {
  const latest = latestOnly()
  const old = latest(() => Promise.reject(new Error('old')))
  const present = latest(() => Promise.reject(new Error('present')))
  await expect(old).resolves.toBeUndefined()
  await expect(present).rejects.toThrow('present')
})
