import { cookies } from 'next/headers'
import type { Locale } from '#i18n/locale.ts'
import { LOCALE_COOKIE, localeFrom } from '#i18n/locale.ts'

/** The reader's language. In a file of its own: a page that needs only this must not load the live shell with it. */
export async function currentLocale(): Promise<Locale> {
  return localeFrom((await cookies()).get(LOCALE_COOKIE)?.value)
}
