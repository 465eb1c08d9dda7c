import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CommandEnvelope } from '#domain/case/command.ts'
import { isPairCommand, mirrorOf } from '#domain/case/twin-pair.ts'
import { queueOf } from '#domain/shared/service-id.ts'
import type { Origin } from '#server/audit/chain.ts'
import { inTransaction } from '#server/db/in-transaction.ts'
import { answerAgain, requestHashOf, usesNumber } from './answer-again.ts'
import { nextNumber } from './case-number.ts'
import type { Lanes } from './in-turn.ts'
import { inTurn } from './in-turn.ts'
import type { HouseFacts } from './house-facts.ts'
import { houseFacts } from './house-facts.ts'
import type { UsedNumbers } from './lock-and-load.ts'
import { load, lockQueueOf } from './lock-and-load.ts'
import { looksAtOthers, namedFacts } from './named-facts.ts'
import type { Asked } from './plan-change.ts'
import { planChange } from './plan-change.ts'
import type { RecentCases } from './recent-cases.ts'
import { createRecentCases } from './recent-cases.ts'
import type { Queryable } from './rows.ts'
import { runPair } from './run-pair.ts'
import { openCase } from './sealed.ts'
import type { Slots } from './slots.ts'
import { createSlots } from './slots.ts'
import { overtakenBy, write } from './write-change.ts'
import type { WriterShell } from './writer-shell.ts'

export type { WriterShell }
const MOST_ATTEMPTS = 4
const IN_LINE = 'in line'
const MOST_RECENT = 500
/** One that is being flushed and two that stand ready: more would only hold connections that others need. */
const MOST_AT_ONE_QUEUE = 3

/**
 * The only way a case changes. Answers a command that was applied before with what became of it; else asks the rule
 * against the case as it is now and writes events, state, receipt, audit entry and effects in one statement, durable
 * when this returns. Throws only on a fault; then it is unknown whether the command was applied, and sending the same
 * `commandId` again finds out.
 */
export async function runCommand(
  shell: WriterShell,
  actor: Actor,
  envelope: CommandEnvelope,
  origin: Origin,
): Promise<CommandAnswer> {
  const asked = { actor, envelope, origin, requestHash: requestHashOf(envelope) }
  const house = await houseFacts(shell.pool, shell.clock())
  const { command, caseId } = envelope
  const mirror = isPairCommand(command) ? mirrorOf(command, caseId) : undefined
  if (mirror) return runPair(shell, asked, mirror, house)
  const answer = await inTurn(deskOf(shell.pool).lanes, envelope.caseId, () => attempts(shell, asked, house))
  if (answer.ok && !answer.repeated)
    shell.feed.wake(queueOf(answer.row.negeri, answer.row.service), answer.row)
  return answer
}

/** How many commands this process is at: what can wait lets them go first. */
export function commandsUnderWay(pool: object): number {
  return desks.get(pool)?.lanes.size ?? 0
}

type Desk = { readonly lanes: Lanes; readonly recent: RecentCases; readonly slots: Slots }
const desks = new WeakMap<object, Desk>()

function deskOf(pool: object): Desk {
  const desk = desks.get(pool) ?? {
    lanes: new Map(),
    recent: createRecentCases(MOST_RECENT),
    slots: createSlots(MOST_AT_ONE_QUEUE),
  }
  desks.set(pool, desk)
  return desk
}

/**
 * Asks the rule first, about the case as this instance knows it, and lets the write find out whether it moved meanwhile:
 * nobody waits for another's decision, and a desk's next command is one round trip. A refusal stands only on a case
 * that was read for it. Whoever needs the next case number, looks at other cases, or was overtaken, stands in line for the
 * queue first.
 */
async function attempts(shell: WriterShell, asked: Asked, house: HouseFacts): Promise<CommandAnswer> {
  const { caseId, command } = asked.envelope
  const guess = await attemptOnGuess(shell, asked, house)
  if (guess) return guess
  let inLine = looksAtOthers(command)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return inLine
        ? await deskOf(shell.pool).slots.run(IN_LINE, () =>
            inTransaction(shell.pool, async (db) =>
              attemptOn(shell, db, asked, house, await lockQueueOf(db, caseId)),
            ),
          )
        : await attemptOn(shell, shell.pool, asked, house, undefined)
    } catch (error) {
      if (overtakenBy(error) === undefined || attempt === MOST_ATTEMPTS) throw error
      inLine = command.type !== 'create'
    }
  }
}

async function attemptOnGuess(
  shell: WriterShell,
  asked: Asked,
  house: HouseFacts,
): Promise<CommandAnswer | undefined> {
  const { caseId, command } = asked.envelope
  const { recent } = deskOf(shell.pool)
  const guess = recent.get(caseId)
  if (looksAtOthers(command) || (guess === undefined && command.type !== 'create')) return undefined
  try {
    const answer = await decideAndWrite(shell, shell.pool, asked, guess, house, undefined)
    return answer.ok ? answer : undefined
  } catch (error) {
    recent.forget(caseId)
    if (overtakenBy(error) === undefined) throw error
    return undefined
  }
}

async function attemptOn(
  shell: WriterShell,
  db: Queryable,
  asked: Asked,
  house: HouseFacts,
  used: UsedNumbers | undefined,
): Promise<CommandAnswer> {
  const { envelope } = asked
  const loaded = await load(db, envelope.commandId, envelope.caseId)
  if (loaded.receipt) return answerAgain(asked, loaded)
  const before = loaded.sealed === null ? undefined : openCase(shell.sealer, envelope.caseId, loaded.sealed)
  return decideAndWrite(shell, db, asked, before, house, used)
}

async function decideAndWrite(
  shell: WriterShell,
  db: Queryable,
  asked: Asked,
  before: CaseFile | undefined,
  house: HouseFacts,
  used: UsedNumbers | undefined,
): Promise<CommandAnswer> {
  const now = Math.max(shell.clock(), before?.changedAt ?? 0) // a clock that was put back does not turn a history round
  const number = used && before ? nextNumber(before, used, now) : undefined
  const named = await namedFacts(db, shell.sealer, asked.actor, asked.envelope.command, before)
  const facts = { now, ...house, ...named, ...(number ? { number: number.text } : {}) }
  const plan = planChange(shell.sealer, asked, before, facts)
  if (!plan.ok) return plan
  const allotted = number && usesNumber(before, plan.after) ? number.allotted : null
  const { recent, slots } = deskOf(shell.pool)
  const writing = (): Promise<number> => write(db, { ...plan.change, allotted })
  const seq = await (db === shell.pool ? slots.run(plan.change.queue, writing) : writing())
  recent.put(plan.after)
  const { id: caseId, version } = plan.after
  return { ok: true, caseId, version, seq, row: { ...plan.row, seq }, repeated: false }
}
