import { useEffect, useState } from 'react'
import { useDevice } from './open-device.ts'

export type Kept<Value> = { readonly value: Value; readonly keptAt: number }

/** What was last kept under this name, told again when it changes; undefined until it is read, null when there is none. */
export function useSnapshot<Value>(name: string): Kept<Value> | null | undefined {
  const device = useDevice()
  const [kept, setKept] = useState<Kept<Value> | null>()
  useEffect(() => {
    if (device === undefined) return
    let gone = false
    const read = () =>
      void device.snapshot(name).then((found) => {
        if (!gone)
          setKept((before) =>
            before && found && before.keptAt === found.keptAt
              ? before
              : ((found as Kept<Value> | undefined) ?? null),
          )
      })
    read()
    const stop = device.onChange(read)
    return () => {
      gone = true
      stop()
    }
  }, [device, name])
  return kept
}
