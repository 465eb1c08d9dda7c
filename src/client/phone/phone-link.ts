import { useEffect, useState } from 'react'
import type { Link } from '#client/live/connection.ts'
import { useCurrentConnection, useLink } from '#client/live/live.ts'
import { useDevice } from './open-device.ts'
import { OWN_CASES } from './own-case.ts'

/** How the line stands, also before anything has been asked over it; `newsAt` is the age of what is kept, if nothing newer came. */
export function usePhoneLink(): Link {
  const device = useDevice()
  const live = useLink(useCurrentConnection())
  const [network, setNetwork] = useState(true)
  const [keptAt, setKeptAt] = useState<number>()
  useEffect(() => {
    const look = () => setNetwork(navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  useEffect(() => {
    let gone = false
    void device?.snapshot(OWN_CASES).then((kept) => {
      if (!gone) setKeptAt(kept?.keptAt)
    })
    return () => {
      gone = true
    }
  }, [device])
  const state = !network ? 'offline' : live.state
  return { state, newsAt: live.newsAt ?? keptAt }
}
