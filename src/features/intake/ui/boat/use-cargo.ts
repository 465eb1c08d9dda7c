import { useEffect, useState } from 'react'
import type { Visit } from '#domain/intake/visit/visit.ts'
import type { BoatKey } from '#client/boat/boat-key.ts'
import { freshBoatKey } from '#client/boat/boat-key.ts'
import { mayTravel } from '#client/boat/export-consignment.ts'
import type { OwnExport } from '#client/boat/own-exports.ts'
import { ownExports } from '#client/boat/own-exports.ts'
import { visitsOnDevice } from '#client/boat/own-visits.ts'
import type { OutboxItem } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'

export type Cargo = {
  readonly items: readonly OutboxItem[]
  readonly exports: readonly OwnExport[]
  readonly visits: readonly Visit[]
  readonly key: BoatKey | undefined
}

/** What could travel from this device now, and what already did. */
export function useCargo(store: DeviceStore): Cargo | undefined {
  const [cargo, setCargo] = useState<Cargo>()
  useEffect(() => {
    let gone = false
    const read = async () => {
      const [all, exports, visits, key] = await Promise.all([
        store.all('item'),
        ownExports(store),
        visitsOnDevice(store),
        freshBoatKey(store),
      ])
      const items = all.filter(mayTravel).toSorted((a, b) => a.order - b.order)
      if (!gone) setCargo({ items, exports, visits: visits.map((one) => one.visit), key })
    }
    void read()
    const stop = store.onChange(() => void read())
    return () => {
      gone = true
      stop()
    }
  }, [store])
  return cargo
}

export type CaseOnBoard = {
  readonly caseId: string
  readonly name: string
  readonly items: readonly OutboxItem[]
  readonly carriedAt: number | undefined
}

export function byCase(items: readonly OutboxItem[]): readonly CaseOnBoard[] {
  return [...Map.groupBy(items, (item) => item.caseId)].map(([caseId, own]) => ({
    caseId,
    name: own.findLast((item) => item.about.applicant !== '')?.about.applicant ?? '',
    items: own,
    carriedAt: own.findLast((item) => item.carriedAt !== undefined)?.carriedAt,
  }))
}
