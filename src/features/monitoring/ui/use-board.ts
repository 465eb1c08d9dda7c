import { useEffect, useMemo, useState } from 'react'
import type { QueueId, ServiceId } from '#domain/shared/service-id.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { useMinute } from '#client/clock.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { nextChangeOf } from '#client/replica/next-change.ts'
import { useRules } from '#client/use-rules.ts'
import type { Board } from './board-counts.ts'
import { boardOf } from './board-counts.ts'

/** News that come together are counted together. */
const GATHER_MS = 400

/** The wall's numbers, counted anew when rows or rules change and at the moment when one of them falls due. */
export function useBoard(
  live: LiveConnection | undefined,
  hears: readonly QueueId[],
  services: readonly ServiceId[],
  firstNow: Instant,
): { readonly board: Board | undefined; readonly now: Instant } {
  const rules = useRules()
  const [round, setRound] = useState(0)
  const [next, setNext] = useState(Infinity)
  const now = useMinute(firstNow, next)
  useEffect(() => {
    if (!live) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = live.onNews(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        setRound((one) => one + 1)
      }, GATHER_MS)
    })
    setRound((one) => one + 1)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [live])
  const board = useMemo(() => {
    const items = hears.flatMap((queue) => [...(live?.replicas.get(queue)?.items.values() ?? [])])
    return live?.ready ? { board: boardOf(items, services, now), next: nextChangeOf(items, now) } : undefined
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `round` and `rules` say that the rows are others
  }, [live, hears, services, now, round, rules])
  useEffect(() => setNext(board?.next ?? Infinity), [board])
  return { board: board?.board, now }
}
