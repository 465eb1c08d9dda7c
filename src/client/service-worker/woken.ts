import type { Topic } from '#domain/notice/topic.ts'
import { TOPIC_LABEL, TOPICS } from '#domain/notice/topic.ts'
import type { Locale } from '#i18n/locale.ts'

/** What the Dinas sends to wake a browser: kind, number of a case, way to it. */
type Words = {
  readonly tag: string
  readonly locale: Locale
  readonly topic: Topic
  readonly n: number
  readonly number: string | null
  readonly path: string
}

const MANY = {
  id: (n: number) => `${n} kabar belum dibaca`,
  en: (n: number) => `${n} unread notices`,
} as const
const SOME = { id: 'Ada kabar', en: 'There is news' } as const

/** What a woken browser shows. Words that cannot be read are still news: a browser that stays silent loses its right. */
export function shownOf(data: unknown): {
  readonly title: string
  readonly body: string
  readonly tag: string
  readonly path: string
} {
  const words = wordsFrom(data)
  if (words === undefined) return { title: 'Satu Antrean', body: SOME.id, tag: 'kabar', path: '/kabar' }
  const { locale, topic, n, number, path, tag } = words
  const body = n > 1 ? MANY[locale](n) : TOPIC_LABEL[topic][locale]
  return { title: number ?? 'Satu Antrean', body, tag, path }
}

function wordsFrom(data: unknown): Words | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { tag, locale, topic, n, number, path } = data as Partial<Record<keyof Words, unknown>>
  const topics: readonly unknown[] = TOPICS
  if (typeof tag !== 'string' || typeof n !== 'number' || typeof path !== 'string') return undefined
  if ((locale !== 'id' && locale !== 'en') || !topics.includes(topic)) return undefined
  // Only into our own house.
  if (!/^\/(?!\/)/.test(path)) return undefined
  return { tag, locale, topic: topic as Topic, n, path, number: typeof number === 'string' ? number : null }
}
