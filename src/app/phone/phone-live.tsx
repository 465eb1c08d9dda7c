'use client'
import { useEffect } from 'react'
import type { QueueId } from '#domain/shared/service-id.ts'
import { liveConnection } from '#client/live/live-connection.ts'
import { useOutbox } from '#client/outbox/use-outbox.ts'
import { currentDevice } from '#client/phone/open-device.ts'
import { OWN_CASES, ownCases } from '#client/phone/own-case.ts'
import type { SignedIn } from '#client/phone/who-is-signed-in.ts'

const KEEP_AFTER_MS = 2_000

/**
 * The live connection behind a phone's screens: fetched after the first of them is there. Keeps what is worth reading
 * without a network. A session that ended is no reason to leave a form: the foot of the screen asks for a sign-in.
 */
export function PhoneLive({
  me,
  hears,
  onEnded,
}: {
  readonly me: SignedIn
  readonly hears: readonly QueueId[]
  readonly onEnded: () => void
}) {
  useOutbox() // what waits is sent from every screen
  useEffect(() => {
    if (hears.length === 0) return
    const live = liveConnection(me, hears, onEnded)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      timer = undefined
      if (!live.ready) return
      const rows = [...live.replicas.values()].flatMap((replica) =>
        [...replica.items.values()].map((item) => item.row),
      )
      void currentDevice()?.keepSnapshot(OWN_CASES, ownCases(rows))
    }
    const soon = () => {
      timer ??= setTimeout(keep, KEEP_AFTER_MS)
    }
    soon()
    const stop = live.onNews(soon)
    return () => {
      stop()
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one connection for the person
  }, [me.id])
  return null
}
