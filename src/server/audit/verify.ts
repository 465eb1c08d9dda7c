import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { eventsDigest } from './events-digest.ts'
import { auditBody, auditHash } from './chain.ts'
import type { Heads, SignedHeads } from './signed-heads.ts'
import { firstForged, readHeads } from './signed-heads.ts'

/** The first thing that is wrong with a chain. `index` is the entry's number in it. */
export type AuditFinding = { readonly chain: string; readonly index: number; readonly what: string }
export type AuditReport = {
  readonly chains: number
  readonly entries: number
  readonly events: number
  readonly findings: readonly AuditFinding[]
}

type Entry = {
  readonly index: number
  readonly at: number
  readonly person_id: string
  readonly role: Actor['role']
  readonly action: string
  readonly subject: string
  readonly detail: { readonly [key: string]: unknown }
  readonly address: string
  readonly device: string
  readonly prev_hash: string
  readonly hash: string
}
type EventRow = {
  readonly seq: number
  readonly version: number
  readonly type: string
  readonly sealed: Buffer
}
type Db = Pick<pg.ClientBase, 'query'>

const PAGE = 2000

/**
 * Reads every chain from its first entry to its last and says where the first one is that does not fit: changed, moved,
 * left out, or cut off behind what had been signed. Events are checked against the entries that tell of them.
 */
export async function verifyAudit(db: Db, signed: readonly SignedHeads[], key: string): Promise<AuditReport> {
  const heads = await readHeads(db)
  const { rows } = await db.query<{ chain: string }>('select distinct chain from audit_entry')
  const chains = new Set([
    ...Object.keys(heads),
    ...rows.map((row) => row.chain),
    ...signed.flatMap((line) => Object.keys(line.heads)),
  ])
  const findings: AuditFinding[] = []
  let [entries, events] = [0, 0]
  const forged = firstForged(signed, key)
  if (forged !== undefined)
    findings.push({
      chain: 'audit-heads.jsonl',
      index: forged + 1,
      what: 'the signature or the order of this line is not right',
    })
  for (const chain of [...chains].sort()) {
    const walk = await verifyChain(db, chain, heads[chain], promisesOf(chain, signed))
    entries += walk.entries
    events += walk.events
    if (walk.finding) findings.push(walk.finding)
  }
  return { chains: chains.size, entries, events, findings }
}

/** What was signed of one chain: the hash at each number. */
function promisesOf(chain: string, signed: readonly SignedHeads[]): ReadonlyMap<number, string> {
  return new Map(signed.flatMap((line) => (line.heads[chain] ? [line.heads[chain]] : [])))
}

type Walk = { readonly entries: number; readonly events: number; readonly finding?: AuditFinding }

async function verifyChain(
  db: Db,
  chain: string,
  head: Heads[string] | undefined,
  promised: ReadonlyMap<number, string>,
): Promise<Walk> {
  const isQueue = chain.includes('/') && !chain.startsWith('day/')
  let [index, hash, events] = [0, '', 0]
  const wrong = (at: number, what: string): Walk => ({
    entries: index,
    events,
    finding: { chain, index: at, what },
  })
  for (;;) {
    const page = await readEntries(db, chain, index)
    const told = isQueue
      ? await readEvents(db, chain, index, page.at(-1)?.index ?? index)
      : new Map<number, EventRow[]>()
    for (const entry of page) {
      if (entry.index !== index + 1) return wrong(index + 1, 'this entry is missing')
      if (entry.prev_hash !== hash) return wrong(entry.index, 'it does not follow the entry before it')
      if (entry.hash !== hashOf(chain, entry))
        return wrong(entry.index, 'its content is not what was written')
      const own = promised.get(entry.index)
      if (own !== undefined && own !== entry.hash)
        return wrong(entry.index, 'another entry was signed at this place')
      const rows = told.get(entry.index) ?? []
      if (isQueue && eventsDigest(rows) !== entry.detail['digest'])
        return wrong(entry.index, 'the events it tells of are not those of the case')
      events += rows.length
      index = entry.index
      hash = entry.hash
    }
    if (page.length < PAGE) break
  }
  const signedTo = Math.max(0, ...promised.keys())
  if (signedTo > index) return wrong(index + 1, `cut off: it had been signed up to entry ${signedTo}`)
  if ((head?.[0] ?? 0) !== index || (head?.[1] ?? '') !== hash)
    return wrong(index + 1, `cut off: its head stands at ${head?.[0] ?? 0}`)
  if (isQueue && (await eventsBeyond(db, chain, index)) > 0)
    return wrong(index + 1, 'events without an entry')
  return { entries: index, events }
}

function hashOf(chain: string, entry: Entry): string {
  const { at, person_id: personId, role, action, subject, detail, address, device } = entry
  return auditHash(
    entry.prev_hash,
    entry.index,
    auditBody(chain, { at, personId, role, action, subject, detail, address, device }),
  )
}

async function readEntries(db: Db, chain: string, after: number): Promise<readonly Entry[]> {
  const { rows } = await db.query<Entry>(
    `select index::float8 as index, (extract(epoch from at) * 1000)::float8 as at, person_id, role, action, subject, detail, address, device, prev_hash, hash
     from audit_entry where chain = $1 and index > $2 order by index limit ${PAGE}`,
    [chain, after],
  )
  return rows
}

async function readEvents(
  db: Db,
  queue: string,
  after: number,
  upTo: number,
): Promise<ReadonlyMap<number, EventRow[]>> {
  const { rows } = await db.query<EventRow>(
    `select queue_seq::float8 as seq, version, type, sealed from case_event
     where queue_id = $1 and queue_seq > $2 and queue_seq <= $3 order by queue_seq, version`,
    [queue, after, upTo],
  )
  return Map.groupBy(rows, (row) => row.seq)
}

async function eventsBeyond(db: Db, queue: string, index: number): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    'select count(*)::int as n from case_event where queue_id = $1 and queue_seq > $2',
    [queue, index],
  )
  return rows[0]?.n ?? 0
}
