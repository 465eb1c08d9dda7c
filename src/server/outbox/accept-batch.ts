import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { CommandEnvelope } from '#domain/case/command.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { LEAVES_THE_SIDE } from '#domain/intake/leaves-the-side.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import { Uuid } from '#domain/shared/id.ts'
import type { Origin } from '#server/audit/chain.ts'
import { loadCase } from '#server/case/load-case.ts'
import { runCommand } from '#server/case/run-command.ts'
import { faultIdOf } from '#server/fault-id.ts'
import type { Shell } from '#server/shell.ts'
import { isCleanText } from '#server/trpc/clean-text.ts'
import { isProposed, laterForOthers } from './propose-late.ts'

type AcceptShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'feed' | 'log'>

/** What was asked for is so already. */
const SO_ALREADY: ReadonlySet<Refusal['why']> = new Set(['nothing-changes', 'already-exists'])
/** The case went on without this person, or is no longer theirs: what they did is kept, not lost. */
const LOST: ReadonlySet<Refusal['why']> = new Set([
  'not-found',
  'not-in-stage',
  'owner-only',
  'held-by-other',
  'not-held',
  'not-your-role',
  'locked',
])
const LANES_AT_ONCE = 4

const Named = z.object({ commandId: Uuid })

/** What must be there first: a photo that came by boat, in the same file as the command that names it. */
type Before = (envelope: CommandEnvelope) => Promise<void>
type Way = { readonly origin: Origin; readonly before: Before }
const nothing: Before = () => Promise.resolve()

/**
 * Does what waited on a device, each command through the one writer, in order within each case and several cases at
 * once. One that fails stops neither another case nor, unless the case would leave this side, what comes behind it.
 */
export async function acceptBatch(
  shell: AcceptShell,
  actor: Actor,
  items: readonly unknown[],
  origin: Origin,
  before: Before = nothing,
): Promise<readonly ItemResult[]> {
  const results = new Map<number, ItemResult>()
  const lanes = [...lanesOf(items, results).values()]
  const worker = async (): Promise<void> => {
    for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift())
      await runLane(shell, actor, lane, { origin, before }, results)
  }
  await Promise.all(Array.from({ length: LANES_AT_ONCE }, worker))
  return items.flatMap((_item, index) => results.get(index) ?? [])
}

type Numbered = { readonly index: number; readonly envelope: CommandEnvelope }

function lanesOf(items: readonly unknown[], results: Map<number, ItemResult>): Map<string, Numbered[]> {
  const lanes = new Map<string, Numbered[]>()
  items.forEach((item, index) => {
    const read = CommandEnvelope.safeParse(item)
    if (read.success && isCleanText(item)) {
      const lane = lanes.get(read.data.caseId) ?? []
      lane.push({ index, envelope: read.data })
      lanes.set(read.data.caseId, lane)
      return
    }
    const named = Named.safeParse(item)
    if (named.success) results.set(index, { commandId: named.data.commandId, result: 'bad-input' })
  })
  return lanes
}

async function runLane(
  shell: AcceptShell,
  actor: Actor,
  lane: readonly Numbered[],
  way: Way,
  results: Map<number, ItemResult>,
): Promise<void> {
  let missing = false // something before it did not go through
  let begun = true // the case is there, as far as this lane knows
  for (const { index, envelope } of lane) {
    const { commandId, command } = envelope
    if (!begun || (missing && LEAVES_THE_SIDE.has(command.type))) {
      results.set(index, { commandId, result: 'waits' })
      continue
    }
    const result = await runOne(shell, actor, envelope, way)
    results.set(index, result)
    if (result.result === 'done' || result.result === 'kept') continue
    missing = true
    if (command.type === 'create') begun = false
  }
}

async function runOne(
  shell: AcceptShell,
  actor: Actor,
  envelope: CommandEnvelope,
  { origin, before }: Way,
): Promise<ItemResult> {
  const { commandId, caseId, command } = envelope
  try {
    await before(envelope)
    const answer = await runCommand(shell, actor, envelope, origin)
    if (answer.ok && command.type !== 'addPaper')
      return { commandId, result: 'done', version: answer.version, number: answer.row.number ?? null }
    if (!answer.ok && answer.refusal.why === 'command-id-reused' && (await isProposed(shell, envelope)))
      return { commandId, result: 'kept', refusal: answer.refusal }
    if (answer.ok || SO_ALREADY.has(answer.refusal.why)) return await asItStands(shell, actor, envelope)
    // A photo is let go by a device only when a case holds its hash: it stays there, for a person to decide.
    if (!LOST.has(answer.refusal.why) || command.type === 'create' || command.type === 'addPaper')
      return { commandId, result: 'refused', refusal: answer.refusal }
    await laterForOthers(shell, actor, envelope, answer.refusal.why, origin)
    return { commandId, result: 'kept', refusal: answer.refusal }
  } catch (error) {
    const faultId = faultIdOf(error instanceof Error ? error : new Error('not an error'))
    shell.log.error({ faultId, caseId, command: command.type, err: error }, 'an item of an outbox failed')
    return { commandId, result: 'fault', faultId }
  }
}

/** How the case stands now; of a paper also the hash under which the case holds it. */
async function asItStands(shell: AcceptShell, actor: Actor, envelope: CommandEnvelope): Promise<ItemResult> {
  const { commandId, caseId, command } = envelope
  const now = await loadCase(shell, caseId)
  if (now === undefined || !maySee(actor, visibleOf(now)))
    return { commandId, result: 'refused', refusal: { why: 'not-found' } }
  const paper =
    command.type === 'addPaper' ? now.papers.find((one) => one.fileId === command.fileId) : undefined
  return {
    commandId,
    result: 'done',
    version: now.version,
    number: now.number ?? null,
    ...(paper === undefined ? {} : { sha256: paper.sha256 }),
  }
}
