import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CARRIER_ROLES } from '#domain/intake/boat/carrier-roles.ts'
import { VisitOfficeDay } from '#features/intake/ui/visit/visit-office.tsx'
import { PhonePage } from '../../phone/phone-page.tsx'
import { requireSession, Workspace } from '../../workspace.tsx'

export const metadata: Metadata = { title: 'Jemput bola' }

export default async function VisitPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [session, { id }] = await Promise.all([requireSession(), params])
  if (!CARRIER_ROLES.includes(session.person.role)) notFound()
  if (session.person.role === 'NEGERI_OFFICER') return <PhonePage />
  return (
    <Workspace session={session} namespaces={['boat']}>
      <VisitOfficeDay id={id} />
    </Workspace>
  )
}
