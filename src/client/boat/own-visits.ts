import type { CaseStanding } from '#domain/intake/visit/visit-report.ts'
import type { Visit } from '#domain/intake/visit/visit.ts'
import { mergeVisits, sameVisit } from '#domain/intake/visit/visit.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { api } from '#client/trpc.ts'

/** A day of jemput bola on this device. `keptAt`: when the Dinas had this very copy. */
export type OwnVisit = {
  readonly visit: Visit
  readonly keptAt: number | null
  readonly standings: { readonly [caseId: string]: CaseStanding }
}

const NAME = 'jemput-bola'
const MOST = 20

/** The latest first. */
export async function visitsOnDevice(store: DeviceStore): Promise<readonly OwnVisit[]> {
  return ((await store.snapshot(NAME))?.value as readonly OwnVisit[] | undefined) ?? []
}

/** Changes one day, or begins it; on the disk when this returns. */
export function changeVisit(
  store: DeviceStore,
  id: string,
  how: (known: OwnVisit | undefined) => OwnVisit | undefined,
): Promise<void> {
  return store.alone(async () => {
    const all = await visitsOnDevice(store)
    const next = how(all.find((one) => one.visit.id === id))
    if (next === undefined) return
    const others = all.filter((one) => one.visit.id !== id)
    const days = [next, ...others].toSorted((a, b) => (a.visit.day < b.visit.day ? 1 : -1))
    // Whatever the Dinas does not have yet stays, however old it is.
    const kept = days.filter(({ keptAt }, place) => place < MOST || keptAt === null)
    await store.keepSnapshot(NAME, kept)
  })
}

/** A day as a person changed it: newer than before, and not at the Dinas yet. */
export function saveVisit(store: DeviceStore, id: string, how: (visit: Visit) => Visit): Promise<void> {
  return changeVisit(store, id, (known) => known && { ...known, visit: how(known.visit), keptAt: null })
}

/**
 * Brings what is newer here to the Dinas. `look`: also asks what others of the team added, and how the cases of a day
 * stand; every such look is on record there, so it is for whoever opens the list. Quiet without a network.
 */
export async function syncVisits(store: DeviceStore, look: boolean): Promise<void> {
  for (const { visit, keptAt } of await visitsOnDevice(store)) {
    const merged = keptAt === null ? await api.visit.keep.mutate({ visit }).catch(() => null) : null
    const seen = look ? await api.visit.open.query({ id: visit.id }).catch(() => null) : null
    const there = seen?.visit ?? merged
    if (there === null) continue
    await changeVisit(store, visit.id, (now) => {
      if (now === undefined) return undefined
      const next = mergeVisits(now.visit, there)
      const standings = seen?.standings ?? now.standings
      return { visit: next, keptAt: sameVisit(next, there) ? Date.now() : null, standings }
    })
  }
}
