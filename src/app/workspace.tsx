import type { ReactNode } from 'react'
import { loadMessages } from '#i18n/load-messages.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { pageRules } from '#server/page/page-rules.ts'
import { aboutOf } from './about-of.ts'
import { currentLocale } from './current-locale.ts'
import { heardQueues } from './heard-queues.ts'
import { LiveShell } from './live-shell.tsx'
import type { Signed } from './require-session.ts'

export { requireSession } from './require-session.ts'

const NO_MORE: readonly string[] = []

type WorkspaceProps = {
  readonly session: Signed
  readonly namespaces?: readonly string[]
  readonly children: ReactNode
}

/**
 * The frame of every signed-in page: navigation by role, live connection, person.
 * `const session = await requireSession()`, then `<Workspace session={session} namespaces={['queue']}>…`.
 */
export async function Workspace({ session, namespaces = NO_MORE, children }: WorkspaceProps) {
  const locale = await currentLocale()
  const { id, name, role, areas, services } = session.person
  const me = { id, name, role, areas, services }
  const [messages, hears, about, rules] = await Promise.all([
    loadMessages(locale, ['queue', ...namespaces]),
    heardQueues(me),
    aboutOf(me, locale),
    pageRules(),
  ])
  return (
    <MessagesProvider locale={locale} messages={messages}>
      <LiveShell me={me} about={about} hears={hears} rules={rules}>
        {children}
      </LiveShell>
    </MessagesProvider>
  )
}
