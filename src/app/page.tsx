import { redirect } from 'next/navigation'
import type { Role } from '#domain/access/role.ts'
import { SERVICE_PLACE } from '#ui/service-place.ts'
import { requireSession } from './require-session.ts'

const WORKSPACE: { readonly [role in Role]: string } = {
  CITIZEN: '/ajukan',
  NEGERI_OFFICER: '/antrean/saya',
  OPERATOR: '/antrean/akta-kelahiran',
  VERIFIER: '/antrean/akta-kelahiran',
  SUPERVISOR: '/antrean/akta-kelahiran',
  HEAD: '/antrean/akta-kelahiran',
  LEADERSHIP: '/ringkasan',
  ADMIN: '/admin/pengguna',
}

/** Everyone to their own work. */
export default async function HomePage() {
  const { person } = await requireSession()
  const only = person.services.length === 1 ? person.services[0] : undefined
  const place = WORKSPACE[person.role]
  redirect(only && place.startsWith('/antrean/akta') ? `/antrean/${SERVICE_PLACE[only]}` : place)
}
