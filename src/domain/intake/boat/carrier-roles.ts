import type { Role } from '#domain/access/role.ts'

/** Who may bring a sealed file: any staff, of any negeri. They cannot read it. */
export const CARRIER_ROLES: readonly Role[] = ['NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD']
