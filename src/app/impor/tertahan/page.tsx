import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BoatHeld } from '#features/intake/ui/boat/boat-held.tsx'
import { KeptWork } from '#features/intake/ui/outbox/kept-work.tsx'
import { requireSession, Workspace } from '../../workspace.tsx'

export const metadata: Metadata = { title: 'Berkas kapal yang ditahan' }

export default async function HeldPage() {
  const session = await requireSession()
  if (session.person.role !== 'SUPERVISOR') notFound()
  return (
    <Workspace session={session} namespaces={['boat', 'outbox']}>
      <BoatHeld />
      <KeptWork />
    </Workspace>
  )
}
