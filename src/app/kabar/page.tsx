import type { api } from '#client/trpc.ts'
import { NoticeScreen } from '#features/notice/ui/notice-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { pageTitle } from '../page-words.ts'
import { requireSession, Workspace } from '../workspace.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('notice', 'title')

export default async function NoticesPage() {
  const session = await requireSession()
  const first = await askApi<Awaited<ReturnType<typeof api.notice.centre.query>>>('notice.centre', {})
  return (
    <Workspace session={session} namespaces={['notice']}>
      <NoticeScreen first={first} applicant={session.person.role === 'CITIZEN'} />
    </Workspace>
  )
}
