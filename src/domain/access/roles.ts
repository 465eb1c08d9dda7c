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

type RoleName = (typeof ROLES)[number]

export const ROLE_LABEL: Record<RoleName | 'SYSTEM', Text> = {
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
export const DISTRICT_ROLES: readonly RoleName[] = [
  'OPERATOR',
  'VERIFIER',
  'SUPERVISOR',
  'HEAD',
  'LEADERSHIP',
  'ADMIN',
]
