import type { QueueRow } from '#domain/case/queue-row.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { CaseClock } from '#server/sla/case-clock.ts'
import { momentsOf } from '#server/sla/case-clock.ts'
import type { Queryable } from './rows.ts'

/** What stands in the way of a write: another one came first. The statement was undone as a whole, number and all. */
export type Overtaken = 'stale-version' | 'command-known'

const CONSTRAINTS: { readonly [name: string]: Overtaken } = {
  case_event_pkey: 'stale-version',
  command_receipt_pkey: 'command-known',
}

/** The case is no longer, or not yet, at the version that was decided on. */
class StaleVersion extends Error {
  override readonly name = 'StaleVersion'
}

/** Tells a lost race from a fault: by the unique key that stopped it, or by the version that was not there. */
export function overtakenBy(error: unknown): Overtaken | undefined {
  if (error instanceof StaleVersion) return 'stale-version'
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return undefined
  return 'constraint' in error ? CONSTRAINTS[String(error.constraint)] : undefined
}

export type EventRow = {
  readonly version: number
  readonly type: string
  readonly fromStage: string | null
  readonly toStage: string
  readonly sealed: Buffer
}
export type EffectRow = { readonly key: string; readonly kind: string; readonly payload: unknown }
/** What a case is found by: numbers of people as keyed hashes, and what it belongs to by its id. */
export type IdentityRow = {
  readonly kind: 'nik' | 'noKk' | 'twin' | 'bundle' | 'visit'
  readonly hash: string
}

export type Change = {
  /** The version that was decided on; null: there was no case. */
  readonly versionBefore: number | null
  readonly queue: QueueId
  readonly row: Omit<QueueRow, 'seq'>
  readonly open: boolean
  readonly createdAt: Date
  readonly at: Date
  readonly sealed: Buffer
  readonly events: readonly EventRow[]
  /** Null: as they were. */
  readonly identities: readonly IdentityRow[] | null
  readonly effects: readonly EffectRow[]
  readonly attachedFileIds: readonly string[]
  readonly commandId: string
  readonly requestHash: string
  readonly person: { readonly id: string; readonly role: string }
  readonly origin: { readonly address: string; readonly device: string }
  readonly audit: { readonly action: string; readonly detail: unknown; readonly body: string }
  /** Undefined: its clocks go on as they were. */
  readonly clock: CaseClock | undefined
  /** The case number that this change uses up; only under the queue's lock. */
  readonly allotted: { readonly year: string; readonly number: number } | null
}

// The one statement that writes a case. Its first act is the queue's row lock, so two writers of one queue stand in
// line and none can wait for another in a circle. A version or a command that is already there breaks a unique key,
// which undoes everything: no number is lost. The audit hash is made here because only here the one before is known.
const WRITE = `
  with old as (select id, seq, numbers, audit_index, audit_hash from queue where id = $1 for update),
  q as (
    update queue set seq = old.seq + 1,
      numbers = case when $2::text is null then old.numbers else old.numbers || jsonb_build_object($2::text, $3::int) end,
      audit_index = old.audit_index + 1,
      audit_hash = encode(sha256(convert_to(old.audit_hash || E'\\n' || (old.audit_index + 1) || E'\\n' || $4::text, 'UTF8')), 'hex')
    from old where queue.id = old.id and (select version from case_file where id = $5::uuid) is not distinct from $48::int
    returning queue.seq, queue.audit_index, queue.audit_hash, old.audit_hash as prev_hash
  ),
  event as (
    insert into case_event (case_id, version, queue_id, queue_seq, type, at, by_id, by_role, from_stage, to_stage, sealed)
    select $5::uuid, e.version, $1, q.seq, e.type, $6::timestamptz, $7::text, $8::text, e.from_stage, e.to_stage, e.sealed
    from q, unnest($9::int[], $10::text[], $11::text[], $12::text[], $13::bytea[]) as e (version, type, from_stage, to_stage, sealed)
  ),
  file as (
    insert into case_file (id, queue_id, queue_seq, version, service, kind, negeri, stage, open, submitted, number, applicant,
      owner_id, holder, holder_id, holder_until, created_at, submitted_at, stage_at, changed_at, changed_by, birth_late,
      flags, return_count, escalation, sealed, clock)
    select $5::uuid, $1, q.seq, $14::int, $15::text, $16::text, $17::text, $18::text, $19::bool, $20::bool, $21::text, $22::text, $23::text, $24::jsonb,
      $25::text, $26::timestamptz, $27::timestamptz, $28::timestamptz, $29::timestamptz, $6::timestamptz, $30::text, $31::bool, $32::int, $33::int, $34::int, $35::bytea, $49::jsonb
    from q
    on conflict (id) do update set queue_seq = excluded.queue_seq, version = excluded.version, stage = excluded.stage,
      open = excluded.open, submitted = excluded.submitted, number = excluded.number, applicant = excluded.applicant,
      holder = excluded.holder, holder_id = excluded.holder_id, holder_until = excluded.holder_until,
      submitted_at = excluded.submitted_at, stage_at = excluded.stage_at, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by, birth_late = excluded.birth_late, flags = excluded.flags,
      return_count = excluded.return_count, escalation = excluded.escalation, sealed = excluded.sealed, clock = excluded.clock
  ),
  receipt as (
    insert into command_receipt (command_id, request_hash, case_id, person_id, version, queue_seq, at)
    select $36::uuid, $37::text, $5::uuid, $7::text, $14::int, q.seq, $6::timestamptz from q
  ),
  audit as (
    insert into audit_entry (chain, index, at, person_id, role, action, subject, detail, address, device, prev_hash, hash)
    select $1, q.audit_index, $6::timestamptz, $7::text, $8::text, $38::text, $5::text, $39::jsonb, $40::text, $41::text, q.prev_hash, q.audit_hash from q
  ),
  gone as (
    delete from case_identity i using q where $42::text[] is not null and i.case_id = $5::uuid
      and not exists (select from unnest($42::text[], $43::text[]) as n (kind, hash) where n.kind = i.kind and n.hash = i.hash)
  ),
  identity as (
    insert into case_identity (case_id, kind, hash)
    select $5::uuid, n.kind, n.hash from q, unnest($42::text[], $43::text[]) as n (kind, hash) on conflict do nothing
  ),
  effect as (
    insert into effect (key, kind, case_id, payload, at)
    select f.key, f.kind, $5::uuid, f.payload, $6::timestamptz from q, unnest($44::text[], $45::text[], $46::jsonb[]) as f (key, kind, payload)
    where f.kind <> 'watch' or exists (select from watcher w where w.case_id = $5::uuid)
    on conflict do nothing
  ),
  attached as (
    update stored_file s set attached_at = $6::timestamptz from q where s.id = any($47::uuid[]) and s.attached_at is null
  ),
  clocked as (
    insert into case_clock (case_id, queue_id, open, history, rules_version, shown_version, policy_version, stage_due_at, promise_due_at, law_due_at, rung_at, step_at)
    select $5::uuid, $1, $19::bool, $50::jsonb, $51::int, $51::int, $52::int, d.at[1], d.at[2], d.at[3], d.at[4], d.at[5]
    from q, (select $53::timestamptz[] as at) d where $50::jsonb is not null
    on conflict (case_id) do update set open = excluded.open, history = excluded.history, rules_version = excluded.rules_version,
      shown_version = excluded.shown_version, policy_version = excluded.policy_version, stage_due_at = excluded.stage_due_at, promise_due_at = excluded.promise_due_at,
      law_due_at = excluded.law_due_at, rung_at = excluded.rung_at, step_at = excluded.step_at
  )
  select seq::float8 as seq from q`

/** Writes a decided change whole and answers its number in the queue. Throws what `overtakenBy` knows when it is too late. */
export async function write(db: Queryable, change: Change): Promise<number> {
  const seq =
    (await tryWrite(db, change)) ??
    ((await makeQueue(db, change.queue)) ? await tryWrite(db, change) : undefined)
  if (seq === undefined) throw new StaleVersion()
  return seq
}

async function makeQueue(db: Queryable, queue: QueueId): Promise<boolean> {
  const { rowCount } = await db.query('insert into queue (id) values ($1) on conflict do nothing', [queue])
  return rowCount === 1
}

async function tryWrite(db: Queryable, change: Change): Promise<number | undefined> {
  const { row, events, identities, effects } = change
  const holder = row.holder
  const instant = (at: number | null): Date | null => (at === null ? null : new Date(at))
  const { rows } = await db.query<{ seq: number }>({
    name: 'case-write',
    text: WRITE,
    values: [
      change.queue,
      change.allotted?.year ?? null,
      change.allotted?.number ?? null,
      change.audit.body,
      row.id,
      change.at,
      change.person.id,
      change.person.role,
      events.map((event) => event.version),
      events.map((event) => event.type),
      events.map((event) => event.fromStage),
      events.map((event) => event.toStage),
      events.map((event) => event.sealed),
      row.version,
      row.service,
      row.kind,
      row.negeri,
      row.stage,
      change.open,
      row.submitted,
      row.number,
      row.applicant,
      row.ownerId,
      holder === null ? null : JSON.stringify(holder),
      holder?.id ?? null,
      holder ? new Date(holder.until) : null,
      change.createdAt,
      instant(row.submittedAt),
      instant(row.stageAt),
      row.changedBy,
      row.birthLate,
      row.flags,
      row.returnCount,
      row.escalation,
      change.sealed,
      change.commandId,
      change.requestHash,
      change.audit.action,
      JSON.stringify(change.audit.detail),
      change.origin.address,
      change.origin.device,
      identities?.map((identity) => identity.kind) ?? null,
      identities?.map((identity) => identity.hash) ?? null,
      effects.map((effect) => effect.key),
      effects.map((effect) => effect.kind),
      effects.map((effect) => JSON.stringify(effect.payload)),
      change.attachedFileIds,
      change.versionBefore,
      row.clock === null ? null : JSON.stringify(row.clock),
      change.clock ? JSON.stringify(change.clock.history) : null,
      change.clock?.rulesVersion ?? null,
      change.clock?.policyVersion ?? null,
      change.clock ? momentsOf(change.clock) : null,
    ],
  })
  return rows[0]?.seq
}
