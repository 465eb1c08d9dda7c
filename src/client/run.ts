import { TRPCClientError } from '@trpc/client'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand, CommandEnvelope } from '#domain/case/command.ts'
import { currentConnection } from './live/live.ts'
import { newId } from './new-id.ts'
import { api } from './trpc.ts'

/** The server could not be reached in the time that a person waits. It may or may not have been done: ask again with `retry`. */
export class Unreachable extends Error {
  readonly retry: () => Promise<CommandAnswer>
  constructor(retry: () => Promise<CommandAnswer>) {
    super('unreachable')
    this.retry = retry
  }
}

/** Something failed at the server. `words` are for the person, with the number to quote when calling. */
export class Fault extends Error {
  readonly faultId: string | undefined
  constructor(words: string, faultId: string | undefined) {
    super(words)
    this.faultId = faultId
  }
}

const WAITS_MS = [400, 1_200, 3_000, 6_000]

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Does one command on one case. The id is made once, so a repeated sending is the same act: a lost answer never does
 * it twice. The answer is learnt at once by this screen's lists. Throws `Unreachable` or `Fault`; a refusal is data.
 */
export function runCase(command: CaseCommand, caseId: string, seenVersion: number): Promise<CommandAnswer> {
  return send({ commandId: newId(), caseId, seenVersion, command })
}

async function send(envelope: CommandEnvelope): Promise<CommandAnswer> {
  const ask = (): Promise<CommandAnswer> => api.case.run.mutate(envelope)
  const answer = await again(ask, () => new Unreachable(() => send(envelope)))
  if (answer.ok) currentConnection()?.learn(answer.row)
  return answer
}

/** Asks until an answer comes, some seconds long: for what may be asked twice. Throws `unreached()` or a `Fault`. */
export async function again<T>(ask: () => Promise<T>, unreached: () => Error): Promise<T> {
  for (const wait of [...WAITS_MS, undefined]) {
    try {
      return await ask()
    } catch (error) {
      if (!isUnreached(error)) throw faultOf(error)
      if (wait === undefined) break
      await pause(wait)
    }
  }
  throw unreached()
}

type AnswerData = { readonly code?: string; readonly faultId?: string }

function dataOf(error: unknown): AnswerData | undefined {
  return error instanceof TRPCClientError
    ? ((error.data as AnswerData | null | undefined) ?? undefined)
    : undefined
}

/** No answer of ours came back: the network, a gateway, a restart. */
function isUnreached(error: unknown): boolean {
  return error instanceof TRPCClientError && dataOf(error)?.code === undefined
}

function faultOf(error: unknown): unknown {
  return error instanceof TRPCClientError ? new Fault(error.message, dataOf(error)?.faultId) : error
}
