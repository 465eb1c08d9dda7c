import type { Words } from '#domain/case/words.ts'
import { namesOf } from '#domain/case/words.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { dayInWit, longDate, timeInWit } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'

/** How sentences about this case name papers, fields, times and days. */
export function wordsFor(kind: KindDefinition | undefined, now: Instant): Words {
  const time = (at: Instant) => ({ id: momentWords(at, now, 'id'), en: momentWords(at, now, 'en') })
  return { ...namesOf(kind), time, date: (on) => ({ id: longDate(on, 'id'), en: longDate(on, 'en') }) }
}

/** `10.42 WIT` today, `8 Juni, 14.05 WIT` on another day. */
export function momentWords(at: Instant, now: Instant, locale: Locale): string {
  const time = timeInWit(at)
  return localDateInWit(at) === localDateInWit(now) ? time : `${dayInWit(at, locale)}, ${time}`
}
