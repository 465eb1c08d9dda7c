import { useEffect, useSyncExternalStore } from 'react'
import { api } from '#client/trpc.ts'

export type VisitDay = Awaited<ReturnType<typeof api.queue.visitCases.query>>[number]
export type VisitDays = {
  readonly days: readonly VisitDay[]
  /** On which day of jemput bola a case was begun; undefined for any other case, and while it is not known. */
  readonly of: (caseId: string) => string | undefined
}

const AGAIN_MS = 60_000
const NONE: VisitDays = { days: [], of: () => undefined }
let known = NONE
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

async function read(): Promise<void> {
  const days = await api.queue.visitCases.query()
  const visitOf = new Map(days.flatMap((day) => day.cases.map((id) => [id, day.id] as const)))
  known = { days, of: (caseId) => visitOf.get(caseId) }
  for (const listener of listeners) listener()
}

/** The days of jemput bola and their cases: no row carries them, so they are asked for while somebody filters by them. */
export function useVisitDays(wanted: boolean): VisitDays {
  const days = useSyncExternalStore(
    subscribe,
    () => known,
    () => NONE,
  )
  useEffect(() => {
    if (!wanted) return
    const look = () => void read().catch(() => undefined)
    look()
    const timer = setInterval(look, AGAIN_MS)
    return () => clearInterval(timer)
  }, [wanted])
  return days
}
