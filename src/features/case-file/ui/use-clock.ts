'use client'
import { useCallback, useEffect, useRef, useState } from 'react'

const TICK_MS = 15_000

/** The server's time on this screen: the difference is taken with each answer, so that a wrong clock on the desk moves no lease. */
export function useClock(
  serverNow: number | undefined,
  heardAt: number | undefined,
): { readonly now: number; readonly clock: () => number } {
  const ahead = useRef(0)
  if (serverNow !== undefined && heardAt !== undefined) ahead.current = serverNow - heardAt
  const clock = useCallback(() => Date.now() + ahead.current, [])
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return { now: clock(), clock }
}
