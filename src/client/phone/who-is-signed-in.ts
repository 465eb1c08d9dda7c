import { TRPCClientError } from '@trpc/client'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { api } from '#client/trpc.ts'

export type SignedIn = Actor & { readonly role: Role }

/** Whom the Dinas knows in this browser now; `nobody` when it asks for a sign-in; undefined when it does not answer. */
export async function whoIsSignedIn(): Promise<SignedIn | 'nobody' | undefined> {
  try {
    const { id, name, role, areas, services, held } = await api.account.me.query()
    return held === null ? { id, name, role, areas, services } : 'nobody'
  } catch (error) {
    const code = error instanceof TRPCClientError ? (error.data as { code?: string } | null)?.code : undefined
    return code === 'UNAUTHORIZED' || code === 'FORBIDDEN' ? 'nobody' : undefined
  }
}
