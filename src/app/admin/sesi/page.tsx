import type { DevicesPage, SessionsPage } from '#features/administration/ui/api-answers.ts'
import { SessionsScreen } from '#features/administration/ui/sessions-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { pageTitle } from '../../page-words.ts'
import { Workspace } from '../../workspace.tsx'
import { requireAdmin } from '../require-admin.ts'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('administration', 'sessions.title')

export default async function AllSessionsPage() {
  const session = await requireAdmin()
  const [page, devices] = await Promise.all([
    askApi<SessionsPage>('admin.sessions', {}),
    askApi<DevicesPage>('admin.devices', undefined),
  ])
  return (
    <Workspace session={session} namespaces={['administration']}>
      <SessionsScreen page={page} devices={devices} own={session.sessionId} now={Date.now()} />
    </Workspace>
  )
}
