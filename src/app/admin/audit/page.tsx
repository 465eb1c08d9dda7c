import { AuditScreen } from '#features/administration/ui/audit-screen.tsx'
import { pageTitle } from '../../page-words.ts'
import { Workspace } from '../../workspace.tsx'
import { requireAdmin } from '../require-admin.ts'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('administration', 'audit.title')

export default async function AuditPage() {
  const session = await requireAdmin()
  return (
    <Workspace session={session} namespaces={['administration']}>
      <AuditScreen />
    </Workspace>
  )
}
