import type { Metadata } from 'next'
import { IntakeCase } from '#features/intake/ui/intake-case.tsx'
import { requireSession, Workspace } from '../../workspace.tsx'

export const metadata: Metadata = { title: 'Isi permohonan' }

export default async function IntakePage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [session, { id }] = await Promise.all([requireSession(), params])
  return (
    <Workspace session={session} namespaces={['intake']}>
      <IntakeCase me={{ id: session.person.id }} caseId={id} />
    </Workspace>
  )
}
