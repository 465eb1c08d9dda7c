import * as z from 'zod/mini'
import type { Text } from '#domain/shared/text.ts'

export const ROLES = [
  'CITIZEN',
  'NEGERI_OFFICER',
  'OPERATOR',
  'VERIFIER',
  'SUPERVISOR',
  'HEAD',
  'LEADERSHIP',
  'ADMIN',
] as const

/** What a person is in the trade (domain/access). `SYSTEM` acts for the clocks and is nobody's log-in. */
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export const ROLE_LABEL: Record<Role | 'SYSTEM', Text> = {
  CITIZEN: { id: 'Pemohon', en: 'Applicant' },
  NEGERI_OFFICER: { id: 'Petugas negeri', en: 'Village officer' },
  OPERATOR: { id: 'Operator', en: 'Operator' },
  VERIFIER: { id: 'Verifikator', en: 'Verifier' },
  SUPERVISOR: { id: 'Supervisor', en: 'Supervisor' },
  HEAD: { id: 'Kepala Dinas', en: 'Head of office' },
  LEADERSHIP: { id: 'Pimpinan daerah', en: 'Regional leadership' },
  ADMIN: { id: 'Administrator', en: 'Administrator' },
  SYSTEM: { id: 'Sistem', en: 'System' },
}

/** Roles that sit at the Dinas and need a second factor outside the demo. */
export const DISTRICT_ROLES: readonly Role[] = [
  'OPERATOR',
  'VERIFIER',
  'SUPERVISOR',
  'HEAD',
  'LEADERSHIP',
  'ADMIN',
]
