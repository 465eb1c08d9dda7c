import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { encodeRow } from '#domain/case/row-codec.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import { homeViewFor, viewsFor } from '#features/queue/ui/home-view.ts'
import { kindLabels } from '#features/queue/ui/kind-labels.ts'
import { QueueScreen } from '#features/queue/ui/queue-screen.tsx'
import { loadMessages } from '#i18n/load-messages.ts'
import { translator } from '#i18n/translate.ts'
import { firstRows } from '#server/page/first-rows.ts'
import { officeView } from '#server/page/office-view.ts'
import { placeNames } from '#server/page/place-names.ts'
import { serviceAt } from '#ui/service-place.ts'
import { heardQueues } from '../../heard-queues.ts'
import { currentLocale } from '../../current-locale.ts'
import { requireSession, Workspace } from '../../workspace.tsx'

type QueuePageProps = {
  readonly params: Promise<{ service: string }>
  readonly searchParams: Promise<{ [name: string]: string | string[] | undefined }>
}

/** Every list of this person: one service, or `saya`, the desk across all of them. */
function servicesAt(place: string): readonly ServiceId[] {
  if (place === 'saya') return SERVICES
  const service = serviceAt(place)
  return service ? [service] : notFound()
}

async function titleOf(place: string): Promise<string> {
  const locale = await currentLocale()
  const t = translator(await loadMessages(locale, ['common']), 'common', locale)
  const service = serviceAt(place)
  return service ? t(`nav.${service}`) : t('nav.mine')
}

export async function generateMetadata({ params }: QueuePageProps): Promise<Metadata> {
  return { title: await titleOf((await params).service) }
}

export default async function QueuePage({ params, searchParams }: QueuePageProps) {
  const { service: place } = await params
  const session = await requireSession()
  const { id, name, role, areas, services } = session.person
  const me = { id, name, role, areas, services }
  const heard = await heardQueues(me)
  const shown = servicesAt(place)
  const queues = heard.filter((queue) => shown.some((service) => queue.endsWith(`/${service}`)))
  if (queues.length === 0) redirect('/')
  const homeView = homeViewFor(role, place === 'saya')
  const begins = await officeView(me, `/antrean/${place}`)
  if (begins !== undefined && Object.keys(await searchParams).length === 0) redirect(begins)
  const rows = await firstRows(me, queues, homeView)
  const places = await placeNames(rows.flatMap((row) => [row.negeri, row.negeri.slice(0, 8)]))
  const asked = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  )
  return (
    <Workspace session={session} namespaces={['queue']}>
      <QueueScreen
        key={place}
        me={me}
        title={await titleOf(place)}
        queues={queues}
        hears={heard}
        views={viewsFor(role)}
        homeView={homeView}
        named={begins !== undefined}
        asked={asked.toString()}
        firstRows={rows.map(encodeRow)}
        firstNow={Date.now()}
        places={places}
        kinds={kindLabels(shown)}
      />
    </Workspace>
  )
}
