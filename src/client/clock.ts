import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Instant } from '#domain/shared/instant.ts'
import { MINUTE_MS } from '#domain/shared/milliseconds.ts'

const TICK_MS = 1_000
/** A measurement this old gives way to any newer one. */
const STALE_MS = 5 * MINUTE_MS
/** A longer way there and back says less about when the server looked at its clock. */
const WORSE = 1.5

let ahead = 0
let best: { readonly trip: number; readonly at: Instant } | undefined
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** What this device believes, right or wrong: what is told beside the server's own time. */
export function deviceNow(): Instant {
  return Date.now()
}

/** What time it is at the server: a wrong clock on the desk moves no deadline. Until it was asked, the device's own. */
export function serverNow(): Instant {
  return Math.round(Date.now() + ahead) // half a round trip may be half a millisecond, and an instant is whole ones
}

/** The server said what time it was, somewhere between asking and hearing. */
export function learnServerTime(said: Instant, askedAt: Instant, heardAt: Instant): void {
  const trip = heardAt - askedAt
  const offset = said + trip / 2 - heardAt
  const jumped = Math.abs(offset - ahead) > trip / 2 + TICK_MS
  const better = best === undefined || trip <= best.trip * WORSE || heardAt - best.at > STALE_MS
  if (!better && !jumped) return
  best = { trip, at: heardAt }
  ahead = offset
  tick()
}

function tick(): void {
  for (const listener of listeners) listener()
}

const onVisible = () => document.visibilityState === 'visible' && tick()

/** One beat a second for the whole page, while anybody listens. */
function onTick(listener: () => void): () => void {
  if (listeners.size === 0) {
    timer = setInterval(tick, TICK_MS)
    document.addEventListener('visibilitychange', onVisible)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onVisible)
  }
}

/**
 * A word, a number or a yes that depends on the time: asked each second, drawn only when it changes. `first` is the
 * moment that the server drew it at, so that both draw the same.
 */
export function useTicking<T extends string | number | boolean>(at: (now: Instant) => T, first: Instant): T {
  return useSyncExternalStore(
    onTick,
    () => at(serverNow()),
    () => at(first),
  )
}

/**
 * The present minute, for what a whole screen counts in one tick; sooner when something falls due meanwhile (`next`).
 * The first value comes from the server, so that both draw the same.
 */
export function useMinute(first: Instant, next: Instant = Infinity): Instant {
  const [now, setNow] = useState(first)
  const last = useRef<Instant>(undefined)
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout>
    const beat = () => {
      clearTimeout(waiting)
      const at = serverNow()
      last.current = at
      setNow(at)
      wait(at)
    }
    const wait = (at: Instant) => {
      const toMinute = MINUTE_MS - (at % MINUTE_MS)
      // What fell due since the last beat is counted now, not at the next minute.
      const toNext = next > (last.current ?? 0) ? next - at : Infinity
      // Never more than once a second, however many fall due.
      waiting = setTimeout(beat, Math.max(Math.min(toMinute, toNext), TICK_MS))
    }
    if (last.current === undefined) beat()
    else wait(serverNow())
    document.addEventListener('visibilitychange', beat)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener('visibilitychange', beat)
    }
  }, [next])
  return now
}

/** The same for a screen that learns by itself when its counts next change: it says so with `onNext`. */
export function useMoment(first: Instant): {
  readonly now: Instant
  readonly onNext: (at: Instant) => void
} {
  const [next, onNext] = useState(Infinity)
  return { now: useMinute(first, next), onNext }
}
