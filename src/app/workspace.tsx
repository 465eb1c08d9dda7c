import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { loadMessages } from '#i18n/load-messages.ts'
import type { Locale } from '#i18n/locale.ts'
import { LOCALE_COOKIE, localeFrom } from '#i18n/locale.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { readSession } from '#server/auth/next-session.ts'
import { LiveShell } from './live-shell.tsx'

type Signed = NonNullable<Awaited<ReturnType<typeof readSession>>>

/** The signed-in person of this request; without one, the way leads to the sign-in page. */
export async function requireSession(): Promise<Signed> {
  return (await readSession()) ?? redirect('/masuk')
}

export async function currentLocale(): Promise<Locale> {
  return localeFrom((await cookies()).get(LOCALE_COOKIE)?.value)
}

type WorkspaceProps = { readonly session: Signed; readonly namespaces?: readonly string[]; readonly children: ReactNode }

/**
 * The frame of every signed-in page: navigation by role, live connection, person.
 * `const session = await requireSession()`, then `<Workspace session={session} namespaces={['queue']}>…`.
 */
export async function Workspace({ session, namespaces = [], children }: WorkspaceProps) {
  const locale = await currentLocale()
  const { person } = session
  return (
    <MessagesProvider locale={locale} messages={await loadMessages(locale, namespaces)}>
      <LiveShell me={{ id: person.id, name: person.name, role: person.role, areas: person.areas, services: person.services }}>
        {children}
      </LiveShell>
    </MessagesProvider>
  )
}
