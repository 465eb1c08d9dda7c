import type { Metadata } from 'next'
import { ChooseService } from '#features/intake/ui/choose-service.tsx'
import { requireSession, Workspace } from '../workspace.tsx'

export const metadata: Metadata = { title: 'Buat permohonan' }

export default async function NewCasePage() {
  const session = await requireSession()
  const { id, name, role, areas, services } = session.person
  return (
    <Workspace session={session} namespaces={['intake']}>
      <ChooseService me={{ id, name, role, areas, services }} />
    </Workspace>
  )
}
