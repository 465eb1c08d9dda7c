import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CommandEnvelope } from '#domain/case/command.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf } from '#domain/shared/service-id.ts'
import type { Origin } from '#server/audit/chain.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { answerAgain, requestHashOf, usesNumber } from './answer-again.ts'
import { nextNumber } from './case-number.ts'
import type { HouseFacts } from './house-facts.ts'
import { houseFacts } from './house-facts.ts'
import type { UsedNumbers } from './lock-and-load.ts'
import { load, lockQueues } from './lock-and-load.ts'
import { namedFacts } from './named-facts.ts'
import { planChange } from './plan-change.ts'
import type { Queryable } from './rows.ts'
import { openCase } from './sealed.ts'
import type { Change } from './write-change.ts'
import { write } from './write-change.ts'
import type { WriterShell } from './writer-shell.ts'

/** A command of a batch carries its own time: a sample's history, an import, the clocks of the house. */
export type TimedCommand = {
  readonly actor: Actor
  readonly envelope: CommandEnvelope
  readonly at: Instant
  readonly origin: Origin
}

type Work = {
  readonly cases: Map<string, CaseFile>
  /** Commands that were applied before this batch. */
  readonly done: ReadonlySet<string>
  readonly used: Map<string, UsedNumbers>
  readonly house: HouseFacts
}

/**
 * Runs many commands in order, in one transaction: all of them durable when this returns, or none. The same rules and
 * the same writing as `runCommand`; their queues are locked first, so nothing moves meanwhile. Keep batches to some
 * hundred commands: whoever works in those queues waits for the end.
 */
export async function runCommands(
  shell: WriterShell,
  commands: readonly TimedCommand[],
): Promise<readonly CommandAnswer[]> {
  const house = await houseFacts(shell.pool, shell.clock())
  const { answers, queues } = await inTransaction(shell.pool, (client) =>
    runCommandsIn(shell, client, commands, house),
  )
  for (const queue of queues) shell.feed.wake(queue)
  return answers
}

/** The same within a transaction of the caller, who wakes the feed of these queues once it is committed. */
export async function runCommandsIn(
  shell: WriterShell,
  client: Queryable,
  commands: readonly TimedCommand[],
  house: HouseFacts,
): Promise<{ readonly answers: readonly CommandAnswer[]; readonly queues: readonly QueueId[] }> {
  if (new Set(commands.map(({ envelope }) => envelope.commandId)).size < commands.length)
    throw new Error('a batch names one command twice')
  if (commands.length === 0) return { answers: [], queues: [] }
  const db = oneByOne(client)
  const work = await prepare(shell, db, commands, house)
  const writing: Promise<CommandAnswer>[] = []
  try {
    // Not awaited one by one: while the database writes a command, the next one is decided.
    for (const command of commands) writing.push(...(await begin(shell, db, command, work)))
  } finally {
    await Promise.allSettled(writing)
  }
  return { answers: await Promise.all(writing), queues: [...work.used.keys()] }
}

/** The queues of the batch are locked here; what is read after that stays true until the end. */
async function prepare(
  shell: WriterShell,
  db: Queryable,
  commands: readonly TimedCommand[],
  house: HouseFacts,
): Promise<Work> {
  const caseIds = [...new Set(commands.map(({ envelope }) => envelope.caseId))]
  const created = commands.flatMap(({ envelope: { command } }) =>
    command.type === 'create' ? [queueOf(command.negeri, command.service)] : [],
  )
  const known = await db.query<{ queue_id: QueueId }>(
    'select distinct queue_id from case_file where id = any($1::uuid[])',
    [caseIds],
  )
  const queues = [...new Set([...created, ...known.rows.map((row) => row.queue_id)])]
  const used = new Map(await lockQueues(db, queues))
  const { rows: sealed } = await db.query<{ id: string; sealed: Buffer }>(
    'select id, sealed from case_file where id = any($1::uuid[])',
    [caseIds],
  )
  const { rows: receipts } = await db.query<{ command_id: string }>(
    'select command_id from command_receipt where command_id = any($1::uuid[])',
    [commands.map(({ envelope }) => envelope.commandId)],
  )
  return {
    cases: new Map(sealed.map((row) => [row.id, openCase(shell.sealer, row.id, row.sealed)])),
    done: new Set(receipts.map((row) => row.command_id)),
    used,
    house,
  }
}

/** Plans a command and starts to write it. The promise inside the array is the writing, which the caller awaits later. */
async function begin(
  shell: WriterShell,
  db: Queryable,
  given: TimedCommand,
  work: Work,
): Promise<[Promise<CommandAnswer>]> {
  const { actor, envelope, origin } = given
  const { caseId, commandId, command } = envelope
  const asked = { actor, envelope, origin, requestHash: requestHashOf(envelope) }
  if (work.done.has(commandId))
    return [Promise.resolve(answerAgain(asked, await load(db, commandId, caseId)))]
  const before = work.cases.get(caseId)
  const at = Math.max(given.at, before?.changedAt ?? 0)
  const queue = before && queueOf(before.negeri, before.service)
  const number = before && queue && nextNumber(before, work.used.get(queue) ?? {}, at)
  const named = await namedFacts(db, shell.sealer, actor, command, before)
  const facts = { now: at, ...work.house, ...named, ...(number ? { number: number.text } : {}) }
  const plan = planChange(shell.sealer, asked, before, facts)
  if (!plan.ok) return [Promise.resolve(plan)]
  const allotted = number && usesNumber(before, plan.after) ? number.allotted : null
  if (queue && allotted) work.used.set(queue, { ...work.used.get(queue), [allotted.year]: allotted.number })
  work.cases.set(caseId, plan.after)
  return [writeOut(db, { ...plan.change, allotted })]
}

async function writeOut(db: Queryable, change: Change): Promise<CommandAnswer> {
  const seq = await write(db, change)
  return {
    ok: true,
    caseId: change.row.id,
    version: change.row.version,
    seq,
    row: { ...change.row, seq },
    repeated: false,
  }
}

/** Statements stand in line for the one connection, each begun when the one before it has ended. */
function oneByOne(client: Queryable): Queryable {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...words: Parameters<Queryable['query']>): Promise<unknown> => {
    const mine = last.then(() => client.query(...words))
    last = mine.catch(() => undefined)
    return mine
  }
  return { query: query as Queryable['query'] }
}
