import { loadMessages } from '#i18n/load-messages.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { aboutOf } from '../about-of.ts'
import { currentLocale } from '../current-locale.ts'
import { requireSession } from '../require-session.ts'
import { PhoneApp } from './phone-app.tsx'
import { firstWords, PHONE_WORDS } from './phone-words-used.ts'

/**
 * A phone's screens as the server gives birth to them: for whoever signed in here, and readable before any script.
 * `first`: with the words of the first screen alone.
 */
export async function PhonePage({ first = false }: { readonly first?: boolean }) {
  const { person } = await requireSession()
  const locale = await currentLocale()
  const { id, name, role, areas, services } = person
  const me = { id, name, role, areas, services }
  const [messages, about] = await Promise.all([loadMessages(locale, PHONE_WORDS), aboutOf(me, locale)])
  return (
    <MessagesProvider locale={locale} messages={first ? firstWords(messages) : messages}>
      <PhoneApp first={{ me, about }} />
    </MessagesProvider>
  )
}
