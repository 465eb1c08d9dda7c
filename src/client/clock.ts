import { useEffect, useState } from 'react'
import type { Instant } from '#domain/shared/instant.ts'

const MINUTE_MS = 60_000

/** The present minute, for everything on a screen in one tick. The first value comes from the server, so that both draw the same. */
export function useMinute(first: Instant): Instant {
  const [now, setNow] = useState(first)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      setNow(Date.now())
      timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS))
    }
    tick()
    return () => clearTimeout(timer)
  }, [])
  return now
}
