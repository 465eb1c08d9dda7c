import type { api } from '#client/trpc.ts'
import { NoticeScreen } from '#features/notice/ui/notice-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { placeNames } from '#server/page/place-names.ts'
import { pageTitle } from '../page-words.ts'
import { titleCase } from '#domain/shared/title-case.ts'
import { requireSession, Workspace } from '../workspace.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('notice', 'title')

export default async function NoticesPage() {
  const session = await requireSession()
  const first = await askApi<Awaited<ReturnType<typeof api.notice.mine.query>>>('notice.mine')
  const codes = first.digests.flatMap(({ content }) => [
    ...content.items.map(({ negeri }) => negeri),
    ...content.places.map(({ negeri }) => negeri),
  ])
  const names = await placeNames(codes)
  const places = Object.fromEntries(Object.entries(names).map(([code, name]) => [code, titleCase(name)]))
  return (
    <Workspace session={session} namespaces={['notice']}>
      <NoticeScreen first={first} places={places} />
    </Workspace>
  )
}
