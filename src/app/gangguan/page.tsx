import { redirect } from 'next/navigation'
import type { api } from '#client/trpc.ts'
import { OutageScreen } from '#features/sla/ui/outage-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { officesWithin } from '#server/page/offices-within.ts'
import { pageTitle } from '../page-words.ts'
import { requireSession, Workspace } from '../workspace.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('calendar', 'outage.title')

const MAY: readonly string[] = ['ADMIN', 'SUPERVISOR', 'HEAD']

export default async function OutagesPage() {
  const session = await requireSession()
  if (!MAY.includes(session.person.role)) redirect('/')
  const [first, firstAlarms, places] = await Promise.all([
    askApi<Awaited<ReturnType<typeof api.time.outages.query>>>('time.outages'),
    askApi<Awaited<ReturnType<typeof api.time.alarms.query>>>('time.alarms'),
    officesWithin(session.person.areas, [5, 8, 13]),
  ])
  return (
    <Workspace session={session} namespaces={['calendar']}>
      <OutageScreen first={first} firstAlarms={firstAlarms} places={places} areas={session.person.areas} />
    </Workspace>
  )
}
