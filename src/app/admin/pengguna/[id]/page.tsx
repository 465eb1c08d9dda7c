import { notFound } from 'next/navigation'
import { Uuid } from '#domain/shared/id.ts'
import { regencyOf } from '#domain/shared/region-code.ts'
import type { PersonAnswer, Regions, SessionsPage } from '#features/administration/ui/api-answers.ts'
import { PersonScreen } from '#features/administration/ui/person-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { pageTitle } from '../../../page-words.ts'
import { Workspace } from '../../../workspace.tsx'
import { requireAdmin } from '../../require-admin.ts'

export const dynamic = 'force-dynamic'
/** No name: a title stays in the history of a shared machine. */
export const generateMetadata = () => pageTitle('administration', 'people.title')

export default async function UserPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [session, { id }] = await Promise.all([requireAdmin(), params])
  if (!Uuid.safeParse(id).success) notFound()
  const [answer, sessions, regions] = await Promise.all([
    askApi<PersonAnswer>('admin.user', { personId: id }),
    askApi<SessionsPage>('admin.sessions', { personId: id }),
    askApi<Regions>('reference.regions'),
  ])
  if (!answer.ok) notFound()
  const { person } = answer
  return (
    <Workspace session={session} namespaces={['administration']}>
      <PersonScreen
        key={`${person.id}/${person.version}`}
        person={person}
        sessions={sessions}
        regions={regions}
        regency={regencyOf(session.person.areas[0] ?? '')}
        now={Date.now()}
        isYourself={person.id === session.person.id}
      />
    </Workspace>
  )
}
