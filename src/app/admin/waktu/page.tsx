import { redirect } from 'next/navigation'
import { localDateInWit } from '#domain/shared/calendar.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import type { api } from '#client/trpc.ts'
import { CalendarScreen } from '#features/sla/ui/calendar-screen.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { officesWithin } from '#server/page/offices-within.ts'
import { pageTitle } from '../../page-words.ts'
import { requireSession, Workspace } from '../../workspace.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('calendar', 'title')

const MAY: readonly string[] = ['ADMIN', 'SUPERVISOR', 'HEAD']

export default async function CalendarPage() {
  const session = await requireSession()
  const { role, areas } = session.person
  if (!MAY.includes(role)) redirect('/')
  const year = Number(localDateInWit(Date.now()).slice(0, 4))
  const [{ rules }, days, changes, offices] = await Promise.all([
    askApi<{ rules: TimeRules }>('time.rules', { known: -1 }),
    askApi<Awaited<ReturnType<typeof api.time.days.query>>>('time.days', { year }),
    askApi<Awaited<ReturnType<typeof api.time.changes.query>>>('time.changes'),
    officesWithin(areas, [5, 13]),
  ])
  return (
    <Workspace session={session} namespaces={['calendar']}>
      <CalendarScreen
        rules={rules}
        year={year}
        days={days}
        changes={changes}
        offices={offices}
        regency={(areas[0] ?? '').slice(0, 5)}
        mayKeep={role === 'ADMIN'}
      />
    </Workspace>
  )
}
