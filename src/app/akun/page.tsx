import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { AccountScreen } from '#features/administration/ui/account-screen.tsx'
import type { Me, SessionsPage } from '#features/administration/ui/api-answers.ts'
import { ToldSection } from '#features/notice/ui/told/told-section.tsx'
import { loadMessages } from '#i18n/load-messages.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { readSessionAlsoHeld } from '#server/auth/next-session.ts'
import { askApi } from '#server/page/ask-api.ts'
import { THEME_COOKIE, themeFrom } from '#ui/theme.ts'
import { pageTitle } from '../page-words.ts'
import { currentLocale } from '../current-locale.ts'
import { Workspace } from '../workspace.tsx'

export const dynamic = 'force-dynamic'
export const generateMetadata = () => pageTitle('account', 'title')

export default async function AccountPage() {
  const session = (await readSessionAlsoHeld()) ?? redirect('/masuk?kembali=%2Fakun')
  const [me, sessions, jar] = await Promise.all([
    askApi<Me>('account.me'),
    askApi<SessionsPage>('account.sessions'),
    cookies(),
  ])
  const screen = (
    <AccountScreen
      me={me}
      sessions={sessions}
      now={Date.now()}
      theme={themeFrom(jar.get(THEME_COOKIE)?.value)}
      more={<ToldSection />}
    />
  )
  const namespaces = ['account', 'administration', 'told']
  if (session.held === null) {
    return (
      <Workspace session={session} namespaces={namespaces}>
        {screen}
      </Workspace>
    )
  }
  // A held session has no workspace yet: no navigation, no live connection.
  const locale = await currentLocale()
  return (
    <MessagesProvider locale={locale} messages={await loadMessages(locale, namespaces)}>
      {screen}
    </MessagesProvider>
  )
}
