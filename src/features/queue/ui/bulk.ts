import type { QueueRow } from '#domain/case/queue-row.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'

/** What became of one of many: done, refused in words, or not reached. */
export type BulkResult = {
  readonly row: QueueRow
  readonly answer: CommandAnswer | { readonly failed: Error }
}

/** As many as travel in one request. */
const AT_ONCE = 10

/** Does the same to many, each for itself: one that fails stops no other, and every one has its result. */
export async function runMany(
  rows: readonly QueueRow[],
  run: (row: QueueRow) => Promise<CommandAnswer>,
  onResult: (result: BulkResult) => void,
): Promise<readonly BulkResult[]> {
  const results: BulkResult[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE).map(async (row) => {
      const answer = await run(row).catch((error: unknown) => ({
        failed: error instanceof Error ? error : new Error(String(error)),
      }))
      const result = { row, answer }
      results.push(result)
      onResult(result)
    })
    await Promise.all(part)
  }
  return results
}

export function succeeded(result: BulkResult): boolean {
  return 'ok' in result.answer && result.answer.ok
}
