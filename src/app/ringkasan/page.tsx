import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { StageTable } from '#features/monitoring/ui/stage-table.tsx'
import { placeNames } from '#server/page/place-names.ts'
import { stageCounts } from '#server/page/stage-counts.ts'
import { titleCase } from '#domain/shared/title-case.ts'
import { requireSession, Workspace } from '../workspace.tsx'

export const metadata: Metadata = { title: 'Ringkasan' }

export default async function SummaryPage() {
  const session = await requireSession()
  const { role, areas } = session.person
  if (role !== 'LEADERSHIP') redirect('/')
  const [counts, names] = await Promise.all([stageCounts(areas), placeNames(areas)])
  return (
    <Workspace session={session} namespaces={['monitoring']}>
      <StageTable
        stages={counts.stages}
        cells={counts.cells}
        at={Date.now()}
        area={areas.map((area) => titleCase(names[area] ?? area)).join(', ')}
      />
    </Workspace>
  )
}
