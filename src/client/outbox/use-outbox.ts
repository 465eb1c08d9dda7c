import { useEffect, useState, useSyncExternalStore } from 'react'
import { useDevice } from '#client/phone/open-device.ts'
import type { LiveOutbox } from './live-outbox.ts'
import { liveOutbox } from './live-outbox.ts'
import type { OutboxState } from './outbox-state.ts'

const nothing = () => () => undefined
const unknown = () => undefined

/** The outbox of whoever works at this device; undefined while the device is locked or being opened. */
export function useOutbox(): LiveOutbox | undefined {
  const store = useDevice()
  const [live, setLive] = useState<LiveOutbox>()
  useEffect(() => setLive(store && liveOutbox(store)), [store])
  return live
}

export function useOutboxState(live: LiveOutbox | undefined): OutboxState | undefined {
  return useSyncExternalStore(live?.subscribe ?? nothing, live?.snapshot ?? unknown, unknown)
}
