import { useEffect } from 'react'
import { useCurrentConnection } from '#client/live/live.ts'
import { useDevice } from '#client/phone/open-device.ts'

/** Words of notes that lie on this device are sent whenever there is a line, whichever screen is open. */
export function useKeptNotes(): void {
  const words = useCurrentConnection()?.words
  const store = useDevice()
  useEffect(() => {
    if (words === undefined || store === undefined) return
    const send = async () => {
      if (!words.connected || (await store.count('note')) === 0) return
      const { sendKept } = await import('./send-kept.ts')
      await sendKept(words, store)
    }
    const trySend = () => void send().catch(() => undefined) // the next line is the next try
    trySend()
    return words.onLine(trySend)
  }, [words, store])
}
