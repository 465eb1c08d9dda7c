import { regencyOf } from '#domain/shared/region-code.ts'
import type { Regions } from '#features/administration/ui/api-answers.ts'
import { NewPerson } from '#features/administration/ui/new-person.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { pageTitle } from '../../../page-words.ts'
import { Workspace } from '../../../workspace.tsx'
import { requireAdmin } from '../../require-admin.ts'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('administration', 'person.new')

export default async function NewUserPage() {
  const session = await requireAdmin()
  const regions = await askApi<Regions>('reference.regions')
  return (
    <Workspace session={session} namespaces={['administration']}>
      <NewPerson regions={regions} regency={regencyOf(session.person.areas[0] ?? '')} />
    </Workspace>
  )
}
