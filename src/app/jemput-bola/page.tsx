import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CARRIER_ROLES } from '#domain/intake/boat/carrier-roles.ts'
import { VisitOffice } from '#features/intake/ui/visit/visit-office.tsx'
import { PhonePage } from '../phone/phone-page.tsx'
import { requireSession, Workspace } from '../workspace.tsx'

export const metadata: Metadata = { title: 'Jemput bola' }

export default async function VisitsPage() {
  const session = await requireSession()
  if (!CARRIER_ROLES.includes(session.person.role)) notFound()
  if (session.person.role === 'NEGERI_OFFICER') return <PhonePage />
  return (
    <Workspace session={session} namespaces={['boat']}>
      <VisitOffice />
    </Workspace>
  )
}
