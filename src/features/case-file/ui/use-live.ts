'use client'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { currentConnection, liveConnection } from '#client/live/live.ts'
import { api } from '#client/trpc.ts'

/** The live connection of this tab; a case opened by its own address makes one for the queues that this person hears. */
export function useLive(me: Actor): LiveConnection | undefined {
  const [live, setLive] = useState<LiveConnection>()
  useEffect(() => {
    let stopped = false
    const current = currentConnection()
    if (current?.me.id === me.id) {
      setLive(current)
      return
    }
    const ask = async () => {
      const queues = await api.queue.mine.query()
      if (!stopped) setLive(liveConnection(me, queues.map((queue) => queue.id)))
    }
    ask().catch(() => undefined) // the case itself says that the Dinas does not answer
    return () => {
      stopped = true
    }
  }, [me])
  return live
}
