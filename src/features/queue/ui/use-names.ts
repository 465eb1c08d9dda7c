import { useEffect, useMemo, useState } from 'react'
import type { Text } from '#domain/shared/text.ts'
import { api } from '#client/trpc.ts'
import { useLocale } from '#i18n/messages-provider.tsx'
import type { Names } from './queue-question.ts'
import { useVisitDays } from './visit-days.ts'

/** Names of places by code. */
export type Places = { readonly [code: string]: string }

let known: Promise<Places> | undefined

/** All places of the kabupaten, asked once per visit; the page itself brings those of its first rows. */
export function allPlaces(): Promise<Places> {
  known ??= api.reference.regions
    .query()
    .then((regions) => Object.fromEntries(regions.map(([code, name]) => [code, name])))
  known.catch(() => (known = undefined))
  return known
}

/** What codes are called. A name that is not known yet shows its code. `visits`: days of jemput bola are asked for. */
export function useNames(first: Places, kinds: { readonly [kind: string]: Text }, visits: boolean): Names {
  const locale = useLocale()
  const [places, setPlaces] = useState(first)
  useEffect(() => {
    allPlaces().then(setPlaces, () => undefined)
  }, [])
  const { of: visit } = useVisitDays(visits)
  return useMemo(
    () => ({
      place: (code) => places[code] ?? code,
      kind: (kind) => kinds[kind]?.[locale] ?? kind,
      visit,
    }),
    [places, kinds, locale, visit],
  )
}
