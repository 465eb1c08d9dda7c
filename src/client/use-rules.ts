import { useSyncExternalStore } from 'react'
import type { Clockwork } from '#domain/sla/clockwork.ts'
import { clockwork, onRules } from './time-rules.ts'

/** The rules of time, drawn anew when they change. */
export function useRules(): Clockwork {
  return useSyncExternalStore(onRules, clockwork, clockwork)
}
