export const LOCALES = ['id', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The cookie that remembers the language; absent means Indonesian, the source. */
export const LOCALE_COOKIE = 'bahasa'

export function localeFrom(value: string | undefined): Locale {
  return value === 'en' ? 'en' : 'id'
}
