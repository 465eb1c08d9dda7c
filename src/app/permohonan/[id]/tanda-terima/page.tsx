import type { Metadata } from 'next'
import { ReceiptPage } from '#features/intake/ui/receipt.tsx'
import { PhonePage } from '../../../phone/phone-page.tsx'
import { requireSession, Workspace } from '../../../workspace.tsx'

export const metadata: Metadata = { title: 'Tanda terima' }

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [session, { id }] = await Promise.all([requireSession(), params])
  if (['NEGERI_OFFICER', 'CITIZEN'].includes(session.person.role)) return <PhonePage />
  return (
    <Workspace session={session} namespaces={['intake']}>
      <ReceiptPage caseId={id} officer={session.person.name} />
    </Workspace>
  )
}
