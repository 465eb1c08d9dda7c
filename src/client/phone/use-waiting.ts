import { useEffect, useState } from 'react'
import { useDevice } from './open-device.ts'

/** How many acts wait on this device for the Dinas. */
export function useWaiting(): number {
  const device = useDevice()
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    if (device === undefined) return setWaiting(0)
    let gone = false
    const count = () =>
      void device.count('item').then((found) => {
        if (!gone) setWaiting(found)
      })
    count()
    const stop = device.onChange(count)
    return () => {
      gone = true
      stop()
    }
  }, [device])
  return waiting
}
