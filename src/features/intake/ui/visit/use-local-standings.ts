import { useEffect, useState } from 'react'
import type { CaseStanding } from '#domain/intake/visit/visit-report.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { leavesTheSide } from '#client/outbox/lanes.ts'

/** Where cases stand as far as this device knows: handed in here and waiting, or acknowledged by the Dinas. */
export function useLocalStandings(device: DeviceStore): ReadonlyMap<string, CaseStanding> {
  const [standings, setStandings] = useState<ReadonlyMap<string, CaseStanding>>(new Map())
  useEffect(() => {
    let gone = false
    const read = async () => {
      const [items, sent] = await Promise.all([device.all('item'), device.all('sent')])
      const found = new Map<string, CaseStanding>()
      for (const one of sent)
        if (one.about.number !== null) found.set(one.caseId, { submitted: true, number: one.about.number })
      for (const item of items)
        if (leavesTheSide(item)) found.set(item.caseId, { submitted: true, number: item.about.number })
      if (!gone) setStandings(found)
    }
    void read()
    const stop = device.onChange(() => void read())
    return () => {
      gone = true
      stop()
    }
  }, [device])
  return standings
}
