import { useEffect, useState } from 'react'
import type { DeviceStore } from '#client/device/device-store.ts'
import { countWaiting } from './count-waiting.ts'
import { useDevice } from './open-device.ts'

/** How many things of this officer wait on this device. */
export const useWaiting = () => useCount(countWaiting)

/** Counted on the device, and again whenever something changes there. `count` is the same function each time. */
export function useCount(count: (store: DeviceStore) => Promise<number>): number {
  const device = useDevice()
  const [counted, setCounted] = useState(0)
  useEffect(() => {
    if (device === undefined) return setCounted(0)
    let gone = false
    const look = () =>
      void count(device).then((found) => {
        if (!gone) setCounted(found)
      })
    look()
    const stop = device.onChange(look)
    return () => {
      gone = true
      stop()
    }
  }, [device, count])
  return counted
}
