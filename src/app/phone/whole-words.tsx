'use client'
import type { ReactNode } from 'react'
import { use } from 'react'
import { untilHere } from '#client/lazy-part.ts'
import type { Locale } from '#i18n/locale.ts'
import { MessagesProvider, useKnows, useLocale } from '#i18n/messages-provider.tsx'
import type { Messages } from '#i18n/translate.ts'
import { flatten } from '#i18n/translate.ts'

const asked = new Map<Locale, Promise<Messages>>()

/** All words of the phone's screens in one language, fetched once. */
export function wholeWords(locale: Locale): Promise<Messages> {
  const known = asked.get(locale)
  if (known !== undefined) return known
  const words = untilHere(() => (locale === 'en' ? english() : indonesian()))
  asked.set(locale, words)
  return words
}

/** Around every screen but the first one, which comes with no words but its own. */
export function WholeWords({ children }: { readonly children: ReactNode }) {
  const locale = useLocale()
  if (useKnows('outbox')) return children
  return (
    <MessagesProvider locale={locale} messages={use(wholeWords(locale))}>
      {children}
    </MessagesProvider>
  )
}

async function indonesian(): Promise<Messages> {
  const [intake, outbox, phone] = await Promise.all([
    import('#i18n/id/intake.json'),
    import('#i18n/id/outbox.json'),
    import('#i18n/id/phone.json'),
  ])
  return {
    intake: flatten(intake.default),
    outbox: flatten(outbox.default),
    phone: flatten(phone.default),
  }
}

async function english(): Promise<Messages> {
  const [common, intake, outbox, phone] = await Promise.all([
    import('#i18n/en/common.json'),
    import('#i18n/en/intake.json'),
    import('#i18n/en/outbox.json'),
    import('#i18n/en/phone.json'),
  ])
  return {
    common: flatten(common.default),
    intake: flatten(intake.default),
    outbox: flatten(outbox.default),
    phone: flatten(phone.default),
  }
}
