import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { addDays, localDateInWit } from '#domain/shared/local-date.ts'
import { PromiseReplay } from '#features/sla/ui/promise-replay.tsx'
import { requireSession, Workspace } from '../workspace.tsx'

export const metadata: Metadata = { title: 'Andai janjinya lain' }
export const dynamic = 'force-dynamic'

const MONTHS = 12

/** This month and those before it, newest first. */
function lastMonths(today: string): readonly string[] {
  const months = [today.slice(0, 7)]
  while (months.length < MONTHS) months.push(addDays(`${months.at(-1)}-01`, -1).slice(0, 7))
  return months
}

export default async function PromisePage() {
  const session = await requireSession()
  if (!['SUPERVISOR', 'HEAD', 'LEADERSHIP'].includes(session.person.role)) redirect('/')
  return (
    <Workspace session={session} namespaces={['sla']}>
      <PromiseReplay months={lastMonths(localDateInWit(Date.now()))} />
    </Workspace>
  )
}
