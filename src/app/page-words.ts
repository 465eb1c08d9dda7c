import type { Metadata } from 'next'
import { loadMessages } from '#i18n/load-messages.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { translator } from '#i18n/translate.ts'
import { currentLocale } from './current-locale.ts'

/** Words for what a page says itself, outside its screen. */
export async function pageWords(
  namespace: string,
): Promise<{ readonly locale: Locale; readonly t: Translate }> {
  const locale = await currentLocale()
  return { locale, t: translator(await loadMessages(locale, [namespace]), namespace, locale) }
}

export async function pageTitle(namespace: string, key: string): Promise<Metadata> {
  return { title: (await pageWords(namespace)).t(key) }
}
