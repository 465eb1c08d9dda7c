import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { MOST_IN_ONE } from '#domain/case/many.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { currentConnection } from './live/live.ts'
import { newId } from './new-id.ts'
import { again } from './run.ts'
import { api } from './trpc.ts'

type Envelope = {
  readonly commandId: string
  readonly caseId: string
  readonly seenVersion: number
  readonly command: CaseCommand
}
type Answer = CommandAnswer | { readonly faultId: string }

/** What became of one of many. `unsent`: nobody was asked, because of a cancel or because nothing came through. */
export type ManyResult = {
  readonly row: QueueRow
  readonly answer: Answer | { readonly failed: Error } | { readonly unsent: true }
}

type Many = {
  readonly rows: readonly QueueRow[]
  readonly commandOf: (row: QueueRow) => CaseCommand
  readonly onProgress: (done: number) => void
  /** Asked before each request: what was sent is done, the rest is left. */
  readonly cancelled: () => boolean
  readonly send?: (envelopes: readonly Envelope[]) => Promise<readonly Answer[]>
}

/**
 * The same act on many cases, some dozens per request, every one with its own result. Ids are made once, so that a
 * repeated sending does nothing twice. After a request that nobody answered the rest is not sent.
 */
export async function runMany({
  rows,
  commandOf,
  onProgress,
  cancelled,
  send = sendMany,
}: Many): Promise<readonly ManyResult[]> {
  const results: ManyResult[] = []
  let stopped = false
  for (let from = 0; from < rows.length; from += MOST_IN_ONE) {
    const part = rows.slice(from, from + MOST_IN_ONE)
    stopped ||= cancelled()
    if (stopped) {
      results.push(...part.map((row) => ({ row, answer: { unsent: true as const } })))
      continue
    }
    const envelopes = part.map((row) => ({
      commandId: newId(),
      caseId: row.id,
      seenVersion: row.version,
      command: commandOf(row),
    }))
    try {
      const answers = await send(envelopes)
      results.push(...part.map((row, n) => ({ row, answer: answers[n] ?? { unsent: true as const } })))
    } catch (error) {
      const failed = error instanceof Error ? error : new Error(String(error))
      results.push(...part.map((row) => ({ row, answer: { failed } })))
      stopped = true
    }
    onProgress(Math.min(from + MOST_IN_ONE, rows.length))
  }
  return results
}

async function sendMany(envelopes: readonly Envelope[]): Promise<readonly Answer[]> {
  const ask = () => api.case.runMany.mutate([...envelopes])
  const answers: readonly Answer[] = await again(ask, () => new Error('unreachable'))
  const live = currentConnection()
  for (const answer of answers) if ('ok' in answer && answer.ok) live?.learn(answer.row)
  return answers
}

export function succeeded(result: ManyResult): result is ManyResult & {
  readonly answer: Extract<CommandAnswer, { ok: true }>
} {
  return 'ok' in result.answer && result.answer.ok
}
