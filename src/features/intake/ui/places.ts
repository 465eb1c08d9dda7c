import { useEffect, useSyncExternalStore } from 'react'
import type { Where } from '#domain/service/service-definition.ts'
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

let places: Places = NONE
let asked = false
const listeners = new Set<() => void>()

/** Names of regions, fetched once per tab; empty until they are here. */
export function usePlaces(): Places {
  useEffect(() => void fetchOnce(), [])
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

async function fetchOnce(): Promise<void> {
  if (asked) return
  asked = true
  try {
    const [regions, regencies] = await Promise.all([
      api.reference.regions.query(),
      api.reference.regencies.query(),
    ])
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
  } catch {
    asked = false
    setTimeout(() => void fetchOnce(), AGAIN_MS)
  }
}
