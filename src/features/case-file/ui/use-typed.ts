'use client'
import { useCallback, useRef, useSyncExternalStore } from 'react'

/**
 * Half-typed text outlives everything but its own sending: a live update, a dialog that closes, a refusal, the walk
 * to the next case and back. It lives in this tab's memory only, since it may hold personal data.
 */
const typed = new Map<string, unknown>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTyped<T>(
  caseId: string,
  form: string,
  initial: T,
): readonly [T, (next: T | ((before: T) => T)) => void] {
  const key = `${caseId}/${form}`
  const value = useSyncExternalStore(
    subscribe,
    () => (typed.has(key) ? (typed.get(key) as T) : initial),
    () => initial,
  )
  const untouched = useRef(initial)
  untouched.current = initial
  const set = useCallback(
    (next: T | ((before: T) => T)) => {
      const before = typed.has(key) ? (typed.get(key) as T) : untouched.current
      typed.set(key, typeof next === 'function' ? (next as (before: T) => T)(before) : next)
      tell()
    },
    [key],
  )
  return [value, set]
}

/** Forgets what was typed in a form, once it was sent. */
export function forgetTyped(caseId: string, form: string): void {
  typed.delete(`${caseId}/${form}`)
  tell()
}

/** Fewer characters than this are not worth a question on leaving. */
const WORTH_KEEPING = 8

/** Is anything half-typed that leaving the page would lose? Ticks and dates are quickly chosen again; words are not. */
export function anythingTyped(): boolean {
  return [...typed.values()].some(hasWords)
}

function hasWords(value: unknown): boolean {
  if (typeof value === 'string') return value.trim().length >= WORTH_KEEPING && /\s/.test(value.trim())
  return value !== null && typeof value === 'object' && Object.values(value).some(hasWords)
}
