import { notFound } from 'next/navigation'
import type { Metadata } from 'next'
import { Uuid } from '#domain/shared/id.ts'
import { CompareScreen } from '#features/case-file/ui/twins/compare-screen.tsx'
import { loadMessages } from '#i18n/load-messages.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { pageRules } from '#server/page/page-rules.ts'
import { BareShell } from '../../../../bare-shell.tsx'
import { currentLocale } from '../../../../current-locale.ts'
import { heardQueues } from '../../../../heard-queues.ts'
import { requireSession } from '../../../../require-session.ts'

/** No name and no number: a title stays in the history of a shared machine. */
export const metadata: Metadata = { title: 'Bandingkan' }
export const dynamic = 'force-dynamic'

type Params = { readonly params: Promise<{ readonly id: string; readonly lain: string }> }

export default async function ComparePage({ params }: Params) {
  const { person } = await requireSession()
  const { id, lain } = await params
  if (!Uuid.safeParse(id).success || !Uuid.safeParse(lain).success || id === lain) notFound()
  const locale = await currentLocale()
  const me = {
    id: person.id,
    name: person.name,
    role: person.role,
    areas: person.areas,
    services: person.services,
  }
  const hears = await heardQueues(me)
  return (
    <MessagesProvider
      locale={locale}
      messages={await loadMessages(locale, ['case', 'queue', 'sla', 'twins'])}
    >
      <BareShell me={me} hears={hears} rules={await pageRules()}>
        <CompareScreen caseId={id} other={lain} me={me} key={`${id} ${lain}`} />
      </BareShell>
    </MessagesProvider>
  )
}
