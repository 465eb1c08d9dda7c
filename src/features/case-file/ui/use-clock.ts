'use client'
import { useEffect, useRef, useState } from 'react'
import { learnServerTime, serverNow } from '#client/clock.ts'

const TICK_MS = 15_000
/** Nobody measured how long the answer took: a better measurement is never replaced by it. */
const LONG_ANSWER_MS = 2_000

/** The server's time on this screen, from the first answer on: a wrong clock on the desk moves no lease. */
export function useClock(
  said: number | undefined,
  heardAt: number | undefined,
): { readonly now: number; readonly clock: () => number } {
  const known = useRef<number | undefined>(undefined)
  if (said !== undefined && heardAt !== undefined && known.current !== heardAt) {
    known.current = heardAt
    learnServerTime(said, heardAt - LONG_ANSWER_MS, heardAt)
  }
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return { now: serverNow(), clock: serverNow }
}
