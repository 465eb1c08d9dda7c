import type { Text } from '#domain/shared/text.ts'
import type { ManyResult } from '#client/run-many.ts'
import { succeeded } from '#client/run-many.ts'

/** The words of refusals are many and seldom needed: they come when the first one does. */
export async function failuresOf(results: readonly ManyResult[]): Promise<readonly (Text | undefined)[]> {
  if (results.every(succeeded)) return results.map(() => undefined)
  const { failureWords, faultWords, UNSENT } = await import('./answer-words.ts')
  return results.map(({ answer }) => {
    if ('unsent' in answer) return UNSENT
    return 'faultId' in answer ? faultWords(answer.faultId) : failureWords(answer)
  })
}
