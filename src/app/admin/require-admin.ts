import { redirect } from 'next/navigation'
import { requireSession } from '../require-session.ts'

/** Administrators only; everyone else goes to their own workspace. What they may see is decided by the API. */
export async function requireAdmin() {
  const session = await requireSession()
  if (session.person.role !== 'ADMIN') redirect('/')
  return session
}
