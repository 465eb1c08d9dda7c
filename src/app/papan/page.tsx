import { redirect } from 'next/navigation'
import { SERVICES } from '#domain/shared/service-id.ts'
import type { Around } from '#features/monitoring/ui/around.ts'
import { WallScreen } from '#features/monitoring/ui/wall-screen.tsx'
import { loadMessages } from '#i18n/load-messages.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { askApi } from '#server/page/ask-api.ts'
import { pageRules } from '#server/page/page-rules.ts'
import { currentLocale } from '../current-locale.ts'
import { heardQueues } from '../heard-queues.ts'
import { officesWithin } from '#server/page/offices-within.ts'
import { pageTitle } from '../page-words.ts'
import { requireSession } from '../require-session.ts'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('board', 'title')

const MAY: readonly string[] = ['SUPERVISOR', 'HEAD']

/** The wall has its own address and no navigation: it is made to be looked at from four metres. */
export default async function WallPage() {
  const session = await requireSession()
  const { id, name, role, areas, services } = session.person
  if (!MAY.includes(role)) redirect('/')
  const me = { id, name, role, areas, services }
  const locale = await currentLocale()
  const [messages, hears, places, around, rules] = await Promise.all([
    loadMessages(locale, ['board']),
    heardQueues(me),
    officesWithin(areas, [5, 8, 13]),
    askApi<Around>('board.around'),
    pageRules(),
  ])
  return (
    <MessagesProvider locale={locale} messages={messages}>
      <WallScreen
        me={me}
        hears={hears}
        services={SERVICES.filter((service) => hears.some((queue) => queue.endsWith(`/${service}`)))}
        area={areas.map((area) => places[area] ?? area).join(', ')}
        places={places}
        around={around}
        rules={rules}
        firstNow={around.now}
      />
    </MessagesProvider>
  )
}
