import { useTicking } from '#client/clock.ts'
import { relativeTime, timeInWit } from '#i18n/format.ts'
import { useLocale } from '#i18n/messages-provider.tsx'

/** How old what is shown is: `08.15 WIT` and `2 jam yang lalu`; undefined when nothing was ever heard. */
export function useWorkAge(
  newsAt: number | undefined,
): { readonly time: string; readonly when: string } | undefined {
  const locale = useLocale()
  const when = useTicking(
    (now) => (newsAt === undefined ? '' : relativeTime(newsAt, now, locale)),
    newsAt ?? 0,
  )
  return newsAt === undefined ? undefined : { time: timeInWit(newsAt), when }
}
