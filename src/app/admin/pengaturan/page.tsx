import type { api } from '#client/trpc.ts'
import { SettingScreen } from '#features/setting/ui/setting-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { pageTitle } from '../../page-words.ts'
import { Workspace } from '../../workspace.tsx'
import { requireAdmin } from '../require-admin.ts'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('setting', 'title')

export default async function SettingsPage() {
  const session = await requireAdmin()
  const first = await askApi<Awaited<ReturnType<typeof api.setting.list.query>>>('setting.list')
  return (
    <Workspace session={session} namespaces={['setting']}>
      <SettingScreen first={first} />
    </Workspace>
  )
}
