import type pg from 'pg'
import type { AuditAct } from './chain.ts'
import { auditBody, auditHash } from './chain.ts'

type Db = Pick<pg.ClientBase, 'query'>

/**
 * Appends to one chain that is not a queue's (those are written with their case, in the same statement). Must run in a
 * transaction: the chain's row stays locked until its end, so that the order of the hashes is the order of the commits.
 */
export async function appendToChain(db: Db, chain: string, acts: readonly AuditAct[]): Promise<void> {
  await db.query({
    name: 'audit-make-chain',
    text: 'insert into audit_chain (chain) values ($1) on conflict do nothing',
    values: [chain],
  })
  const { rows } = await db.query<{ index: string; hash: string }>({
    name: 'audit-lock-chain',
    text: 'select index, hash from audit_chain where chain = $1 for update',
    values: [chain],
  })
  const [head] = rows
  if (!head) throw new Error(`audit chain ${chain} has no head`)
  let index = Number(head.index)
  let hash = head.hash
  const entries = acts.map((act) => {
    const prevHash = hash
    index += 1
    hash = auditHash(prevHash, index, auditBody(chain, act))
    const { at, personId, role, action, subject, detail, address, device } = act
    return {
      index,
      at: new Date(at).toISOString(),
      person_id: personId,
      role,
      action,
      subject,
      detail,
      address,
      device,
      prev_hash: prevHash,
      hash,
    }
  })
  await db.query({
    name: 'audit-append',
    text: `
      with head as (update audit_chain set index = $3, hash = $4 where chain = $1)
      insert into audit_entry (chain, index, at, person_id, role, action, subject, detail, address, device, prev_hash, hash)
      select $1, e.index, e.at, e.person_id, e.role, e.action, e.subject, e.detail, e.address, e.device, e.prev_hash, e.hash
      from jsonb_to_recordset($2::jsonb) as e (index bigint, at timestamptz, person_id text, role text, action text, subject text,
        detail jsonb, address text, device text, prev_hash text, hash text)`,
    values: [chain, JSON.stringify(entries), index, hash],
  })
}
