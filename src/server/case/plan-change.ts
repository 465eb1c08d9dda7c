import type { Actor } from '#domain/access/actor.ts'
import type { CaseEvent } from '#domain/case/case-event.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CommandEnvelope, CommandType } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import { evolve } from '#domain/case/evolve.ts'
import type { Facts } from '#domain/case/facts.ts'
import { noticesOf } from '#domain/case/notice.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { rowOf } from '#domain/case/row-of.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { isOpen } from '#domain/case/stage.ts'
import { stamp } from '#domain/case/stamp.ts'
import { workOf } from '#domain/case/take-work.ts'
import { personOf } from '#domain/case/visible.ts'
import { identitiesIn } from '#domain/service/identities.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { queueOf } from '#domain/shared/service-id.ts'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import type { Origin } from '#server/audit/chain.ts'
import { auditBody } from '#server/audit/chain.ts'
import { eventsDigest } from '#server/audit/events-digest.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import { clockAfter } from '#server/sla/case-clock.ts'
import type { Change, EffectRow, EventRow, IdentityRow } from './write-change.ts'
import { twinHashesOf } from './likely-twins.ts'
import { filesNamedBy } from './named-facts.ts'
import { sealCase, sealEvent } from './sealed.ts'

/** A command with everything around it: who asks, from where, and the hash that tells a retry from another request. */
export type Asked = {
  readonly actor: Actor
  readonly envelope: CommandEnvelope
  readonly origin: Origin
  readonly requestHash: string
}

export type Planned =
  | {
      readonly ok: true
      readonly change: Change
      readonly row: Omit<QueueRow, 'seq'>
      readonly after: CaseFile
    }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Asks the rule and lays out what is to be written. Touches nothing: the same for a single command and in a batch.
 */
export function planChange(
  sealer: Sealer,
  asked: Asked,
  before: CaseFile | undefined,
  facts: Facts & { readonly clockwork: Clockwork },
): Planned {
  const { actor, envelope, origin } = asked
  const { caseId, command, commandId } = envelope
  const decision = decide(before, command, actor, facts)
  if (!decision.ok) return decision
  if (decision.events.length === 0) return { ok: false, refusal: { why: 'nothing-changes' } }

  const events = stamp(caseId, before?.version ?? 0, decision.events, personOf(actor), facts.now)
  const steps = stepsOf(before, events)
  const after = steps.at(-1)?.after
  if (after === undefined) throw new Error('events led to no case')
  const sealed = sealCase(sealer, after)
  if (tooBig(sealed, command.type) && sealed.length > (before ? sealCase(sealer, before).length : 0))
    return { ok: false, refusal: { why: 'case-too-big' } }
  const clock = rowClockOf(clockHistoryOf(after), facts.clockwork)
  const { seq: _unknownYet, ...whole } = rowOf(after, 0, clock)
  const row = { ...whole, applicant: whole.applicant.replaceAll('\0', '') } // PostgreSQL keeps no NUL in a text
  const queue = queueOf(after.negeri, after.service)
  const eventRows = steps.map((step) => eventRow(sealer, step))
  const action = `case.${command.type}`
  const detail = {
    commandId,
    version: after.version,
    from: before?.stage ?? null,
    to: after.stage,
    events: eventRows.map((event) => event.type),
    digest: eventsDigest(eventRows),
  }
  const act = {
    at: facts.now,
    personId: actor.id,
    role: actor.role,
    action,
    subject: caseId,
    detail,
    ...origin,
  }
  const change: Change = {
    versionBefore: before?.version ?? null,
    queue,
    row,
    open: isOpen(after.stage),
    createdAt: new Date(after.createdAt),
    at: new Date(facts.now),
    sealed,
    events: eventRows,
    identities: changedIdentities(sealer, before, after),
    effects: steps.flatMap((step) => effectsOf(step)),
    attachedFileIds: filesNamedBy(workOf(command, before)),
    commandId,
    requestHash: asked.requestHash,
    person: { id: actor.id, role: actor.role },
    origin,
    audit: { action, detail, body: auditBody(queue, act) },
    clock: clockAfter(before, after, facts.clockwork, facts.settings),
    allotted: null,
  }
  return { ok: true, change, row, after }
}

/** Bytes, sealed. What somebody adds at will is refused first, so that a full case can still go on and end. */
export const MOST_SEALED = 1_000_000
const MOST_SEALED_BY_STEPS = 2 * MOST_SEALED
const ADDS_AT_WILL: readonly CommandType[] = [
  'create',
  'edit',
  'settleConflict',
  'addPaper',
  'proposeWork',
  'writeNote',
  'pinPaper',
  'replyPin',
]

function tooBig(sealed: Buffer, type: CommandType): boolean {
  return sealed.length > (ADDS_AT_WILL.includes(type) ? MOST_SEALED : MOST_SEALED_BY_STEPS)
}

type Step = { readonly event: CaseEvent; readonly before: CaseFile | undefined; readonly after: CaseFile }

function stepsOf(before: CaseFile | undefined, events: readonly CaseEvent[]): readonly Step[] {
  const steps: Step[] = []
  for (const event of events) {
    const from = steps.at(-1)?.after ?? before
    steps.push({ event, before: from, after: evolve(from, event) })
  }
  return steps
}

function eventRow(sealer: Sealer, { event, before, after }: Step): EventRow {
  return {
    version: event.version,
    type: event.type,
    fromStage: before?.stage ?? null,
    toStage: after.stage,
    sealed: sealEvent(sealer, event),
  }
}

function identitiesOf(sealer: Sealer, file: CaseFile): readonly IdentityRow[] {
  const kind = kindOf(file.service, file.kind, file.ruleVersion)
  const asked = kind ? identitiesIn(kind, file.answers) : []
  const allotted = file.issued.flatMap(({ allottedNik, allottedNoKk }) => [
    ...(allottedNik === undefined ? [] : [{ kind: 'nik' as const, digits: allottedNik }]),
    ...(allottedNoKk === undefined ? [] : [{ kind: 'noKk' as const, digits: allottedNoKk }]),
  ])
  const numbers = [...asked, ...allotted].map(({ kind: which, digits }) => ({
    kind: which,
    hash: sealer.blindIndex(which, digits),
  }))
  return [
    ...numbers,
    ...twinHashesOf(sealer, file).map((hash) => ({ kind: 'twin' as const, hash })),
    ...(file.bundle === undefined ? [] : [{ kind: 'bundle' as const, hash: file.bundle }]),
    ...(file.visit === undefined ? [] : [{ kind: 'visit' as const, hash: file.visit }]),
  ]
}

function changedIdentities(
  sealer: Sealer,
  before: CaseFile | undefined,
  after: CaseFile,
): readonly IdentityRow[] | null {
  if (before && before.answers === after.answers && before.issued === after.issued) return null
  return identitiesOf(sealer, after)
}

/** The number before the audience makes that who is called by name hears of it as that, and once. */
function effectsOf({ event, before, after }: Step): readonly EffectRow[] {
  return noticesOf(event, before, after).map((notice) => {
    const { to, called } = notice
    const rank = 'watchers' in to ? 3 : called ? 1 : 2
    const audience = 'watchers' in to ? 'watchers' : (to.personId ?? `${to.role}@${to.region}`)
    return {
      key: `notice/${event.caseId}/${event.version}/${rank}/${audience}`,
      // Written only where somebody follows the case.
      kind: 'watchers' in to ? 'watch' : 'notice',
      payload: notice,
    }
  })
}
