import type { Role } from '#domain/access/role.ts'
import type { ViewId } from './queue-query.ts'

const TAKING: readonly ViewId[] = [
  'perlu-tindakan',
  'siap-diambil',
  'hampir-lewat',
  'saya-pegang',
  'semua',
  'selesai',
]
const LOOKING: readonly ViewId[] = ['perlu-tindakan', 'hampir-lewat', 'semua', 'selesai']

/** The views that make sense for a role: who takes no cases needs no list of free ones. */
export function viewsFor(role: Role): readonly ViewId[] {
  return role === 'SUPERVISOR' || role === 'CITIZEN' ? LOOKING : TAKING
}

/** Where a list opens: at what this role does next; for the desk of a district officer at what they hold. */
export function homeViewFor(role: Role, desk: boolean): 'perlu-tindakan' | 'saya-pegang' | 'semua' {
  if (role === 'SUPERVISOR') return 'semua'
  return desk && role !== 'NEGERI_OFFICER' && role !== 'CITIZEN' ? 'saya-pegang' : 'perlu-tindakan'
}
