import { createHash } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { canonicalJson } from './canonical-json.ts'

/** Where a request came from, as far as the server can tell. */
export type Origin = { readonly address: string; readonly device: string }

/** One act or read, as the record keeps it. Never holds a NIK or No. KK. */
export type AuditAct = {
  readonly at: Instant
  readonly personId: string
  readonly role: Actor['role']
  /** `case.claim`, `case.opened`, `person.disabled` … */
  readonly action: string
  /** The case, person or search that it is about. */
  readonly subject: string
  readonly detail: { readonly [key: string]: unknown }
  readonly address: string
  readonly device: string
}

/** The text of an entry that its hash covers, beside its place in the chain and the hash before it. */
export function auditBody(chain: string, act: AuditAct): string {
  const { at, personId, role, action, subject, detail, address, device } = act
  return canonicalJson([chain, at, personId, role, action, subject, detail, address, device])
}

/** SHA-256 over the hash before, the number and the body: no entry can be changed, moved or left out unseen. */
export function auditHash(prevHash: string, index: number, body: string): string {
  return createHash('sha256').update(`${prevHash}\n${index}\n${body}`).digest('hex')
}
