'use client'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { liveConnection } from '#client/live/live.ts'

/** The live connection of this tab, for the queues that this person hears. In the browser only. */
export function useLive(me: Actor, hears: readonly QueueId[]): LiveConnection | undefined {
  const [live, setLive] = useState<LiveConnection>()
  const key = `${me.id} ${hears.join()}`
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for both
  useEffect(() => setLive(hears.length > 0 ? liveConnection(me, hears) : undefined), [key])
  return live
}
