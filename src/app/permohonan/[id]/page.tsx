import { notFound } from 'next/navigation'
import type { Metadata } from 'next'
import { Uuid } from '#domain/shared/id.ts'
import { loadMessages } from '#i18n/load-messages.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { pageRules } from '#server/page/page-rules.ts'
import { BareShell } from '../../bare-shell.tsx'
import { currentLocale } from '../../current-locale.ts'
import { heardQueues } from '../../heard-queues.ts'
import { requireSession } from '../../require-session.ts'
import { CaseWithClocks } from './case-with-clocks.tsx'

/** No name and no number: a title stays in the history of a shared machine. */
export const metadata: Metadata = { title: 'Permohonan' }
export const dynamic = 'force-dynamic'

export default async function CasePage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { person } = await requireSession()
  const { id } = await params
  if (!Uuid.safeParse(id).success) notFound()
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
      messages={await loadMessages(locale, ['case', 'collaboration', 'queue', 'sla', 'twins'])}
    >
      <BareShell me={me} hears={hears} rules={await pageRules()}>
        <CaseWithClocks caseId={id} me={me} hears={hears} key={id} />
      </BareShell>
    </MessagesProvider>
  )
}
