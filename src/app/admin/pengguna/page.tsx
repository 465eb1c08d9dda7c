import { Role } from '#domain/access/role.ts'
import type { PeoplePage, Regions } from '#features/administration/ui/api-answers.ts'
import { PeopleScreen } from '#features/administration/ui/people-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { pageTitle, pageWords } from '../../page-words.ts'
import { Workspace } from '../../workspace.tsx'
import { requireAdmin } from '../require-admin.ts'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('administration', 'people.title')

type Search = { readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }> }

export default async function UsersPage({ searchParams }: Search) {
  const [session, search, { t, locale }] = await Promise.all([
    requireAdmin(),
    searchParams,
    pageWords('administration'),
  ])
  const read = (name: string, most = 100) =>
    typeof search[name] === 'string' ? search[name].trim().slice(0, most) : ''
  const role = Role.safeParse(read('peran'))
  const state = ['active', 'disabled'].includes(read('keadaan')) ? read('keadaan') : ''
  const filter = {
    cari: read('cari'),
    peran: role.success ? role.data : '',
    keadaan: state,
    sesudah: read('sesudah', 40),
  }
  const query = Object.fromEntries(
    Object.entries({ text: filter.cari, role: filter.peran, state, after: filter.sesudah }).filter(
      ([, value]) => value !== '',
    ),
  )
  const [page, regions] = await Promise.all([
    askApi<PeoplePage>('admin.users', query),
    askApi<Regions>('reference.regions'),
  ])
  return (
    <Workspace session={session} namespaces={['administration']}>
      <PeopleScreen t={t} locale={locale} now={Date.now()} filter={filter} page={page} regions={regions} />
    </Workspace>
  )
}
