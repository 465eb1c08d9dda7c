import { useEffect } from 'react'
import { queuesHeardBy } from '#domain/access/queues-heard-by.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import { liveConnection } from '#client/live/live-connection.ts'
import { currentDevice } from './open-device.ts'
import { OWN_CASES, ownCases } from './own-case.ts'
import type { SignedIn } from './who-is-signed-in.ts'

const KEEP_AFTER_MS = 2_000

/**
 * The live connection of whoever works at this phone, and what is worth reading of it without a network: kept some
 * seconds after the news, because they come in handfuls. `onEnded`: the Dinas knows this session no more.
 */
export function useOwnCasesKept(me: SignedIn, onEnded: () => void): void {
  useEffect(() => {
    const hears = queuesHeardBy(me, [...new Set(me.areas.map(regencyOf))])
    if (hears.length === 0) return
    const live = liveConnection(me, hears, onEnded)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      timer = undefined
      if (!live.ready) return
      const rows = [...live.replicas.values()].flatMap((replica) =>
        [...replica.items.values()].map((item) => item.row),
      )
      void currentDevice()?.keepSnapshot(OWN_CASES, ownCases(rows))
    }
    const soon = () => {
      timer ??= setTimeout(keep, KEEP_AFTER_MS)
    }
    soon()
    const stop = live.onNews(soon)
    return () => {
      stop()
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one connection for the person
  }, [me.id])
}
