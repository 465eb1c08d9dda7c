import type { Role } from '#domain/access/role.ts'

/** A person as a case remembers them: the name and role they had when they acted. */
export type Person = { readonly id: string; readonly name: string; readonly role: Role | 'SYSTEM' }
