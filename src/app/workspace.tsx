import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { loadMessages } from '#i18n/load-messages.ts'
import type { Locale } from '#i18n/locale.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { signInAddress } from '#server/auth/next-asked-path.ts'
import { readSession } from '#server/auth/next-session.ts'
import { placeNames } from '#server/page/place-names.ts'
import { currentLocale } from './current-locale.ts'
import { heardQueues } from './heard-queues.ts'
import { LiveShell } from './live-shell.tsx'

type Signed = NonNullable<Awaited<ReturnType<typeof readSession>>>

/** The signed-in person of this request; without one, the way leads to the sign-in page. */
export async function requireSession(): Promise<Signed> {
  return (await readSession()) ?? redirect(await signInAddress())
}

const ONE_AND = { id: 'dan', en: 'and' } as const

/** "Operator, Banda dan Saparua": role and area, as the shell shows a person. */
async function aboutOf(me: Actor, locale: Locale): Promise<string> {
  const names = await placeNames(me.areas)
  const areas = me.areas.map((area) => titleCase(names[area] ?? area))
  const shown =
    areas.length > 2 ? [areas[0], `+${areas.length - 1}`].join(' ') : areas.join(` ${ONE_AND[locale]} `)
  return [ROLE_LABEL[me.role][locale], shown].filter(Boolean).join(', ')
}

/** `KABUPATEN MALUKU TENGAH` is not shouted. */
export function titleCase(name: string): string {
  return name === name.toUpperCase()
    ? name.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    : name
}

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
  const [messages, hears, about] = await Promise.all([
    loadMessages(locale, ['queue', ...namespaces]),
    heardQueues(me),
    aboutOf(me, locale),
  ])
  return (
    <MessagesProvider locale={locale} messages={messages}>
      <LiveShell me={me} about={about} hears={hears}>
        {children}
      </LiveShell>
    </MessagesProvider>
  )
}
