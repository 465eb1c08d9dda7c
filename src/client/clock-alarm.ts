import { useSyncExternalStore } from 'react'

/** Why nothing is escalated just now: the clocks do not agree, or one has jumped. */
export type ClockAlarm = { readonly why: 'apart' | 'jumped'; readonly byMs: number }

let current: ClockAlarm | null = null
const listeners = new Set<() => void>()

/** What the server says of its clock with every answer about the time. */
export function learnClockAlarm(alarm: ClockAlarm | null): void {
  if (alarm?.why === current?.why && alarm?.byMs === current?.byMs) return
  current = alarm
  for (const listener of listeners) listener()
}

export function useClockAlarm(): ClockAlarm | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
    () => null,
  )
}
