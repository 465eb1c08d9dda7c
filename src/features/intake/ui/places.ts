import { useEffect, useSyncExternalStore } from 'react'
import type { Where } from '#domain/service/service-definition.ts'
import { currentDevice, useDevice } from '#client/phone/open-device.ts'
import { api } from '#client/trpc.ts'

export type Places = {
  readonly districts: readonly {
    readonly code: string
    readonly name: string
    readonly negeri: readonly (readonly [code: string, name: string])[]
  }[]
  readonly regencies: readonly (readonly [code: string, name: string])[]
  readonly nameOf: (code: string) => string
  /** What the check of a form may ask of these lists; nothing before they are here. */
  readonly known: Pick<Where, 'knownNegeri' | 'knownRegions'>
}

const NONE: Places = { districts: [], regencies: [], nameOf: (code) => code, known: {} }
const AGAIN_MS = 5_000
const KEPT = 'tempat'
/** Names of places change by law, some times a year: what is kept serves so long before it is asked for again. */
const FRESH_MS = 7 * 86_400_000

type Lists = {
  readonly regions: readonly (readonly [code: string, name: string, level: string])[]
  readonly regencies: readonly (readonly [code: string, name: string])[]
}

let places: Places = NONE
let asked = false
let keptAt = 0
const listeners = new Set<() => void>()

/** Names of regions: as the device keeps them, else fetched once per tab; empty until they are here. */
export function usePlaces(): Places {
  const device = useDevice()
  useEffect(() => void keepPlaces(), [device])
  return useSyncExternalStore(
    listen,
    () => places,
    () => NONE,
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Kept while there is a signal: where there is none, a negeri has its name all the same. */
export async function keepPlaces(): Promise<void> {
  const kept = await currentDevice()?.snapshot(KEPT)
  if (kept !== undefined && kept.keptAt > keptAt) show(kept.value as Lists, kept.keptAt)
  if (Date.now() - keptAt > FRESH_MS) await fetchOnce()
  else if (kept === undefined) await keep()
}

async function fetchOnce(): Promise<void> {
  if (asked) return
  asked = true
  try {
    const [regions, regencies] = await Promise.all([
      api.reference.regions.query(),
      api.reference.regencies.query(),
    ])
    show({ regions, regencies }, Date.now())
    await keep()
  } catch {
    setTimeout(() => void fetchOnce(), AGAIN_MS)
  } finally {
    asked = false
  }
}

let lists: Lists | undefined

async function keep(): Promise<void> {
  if (lists !== undefined) await currentDevice()?.keepSnapshot(KEPT, lists)
}

function show(found: Lists, at: number): void {
  const { regions, regencies } = found
  lists = found
  keptAt = at
  const names = new Map<string, string>([
    ...regions.map(([code, name]) => [code, name] as const),
    ...regencies,
  ])
  const districts = regions
    .filter(([code]) => code.length === 8)
    .map(([code, name]) => ({
      code,
      name,
      negeri: regions
        .filter(([one]) => one.startsWith(`${code}.`))
        .map(([one, label]) => [one, label] as const),
    }))
  places = {
    districts,
    regencies,
    nameOf: (code) => names.get(code) ?? code,
    known: {
      knownNegeri: (code) => names.has(code),
      knownRegions: { regencies: new Set(regencies.map(([code]) => code)) },
    },
  }
  for (const listener of listeners) listener()
}
