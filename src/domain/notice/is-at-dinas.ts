import type { Role } from '#domain/access/role.ts'

const AT_DINAS = ['OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD'] as const satisfies readonly Role[]

/** Does someone of this role sit at the Dinas and open cases? */
export function isAtDinas(role: Role | 'SYSTEM'): role is (typeof AT_DINAS)[number] {
  return (AT_DINAS as readonly string[]).includes(role)
}
