'use client'
import type { ReactNode } from 'react'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { liveConnection, useLink } from '#client/live/live.ts'
import { useShortcuts } from '#client/shortcuts.ts'
import { OfflineBand } from '#ui/offline-band.tsx'

const CommandPalette = lazy(() =>
  import('#features/queue/ui/command-palette.tsx').then((module) => ({ default: module.CommandPalette })),
)

type BareShellProps = {
  readonly me: Actor & { readonly role: Role }
  readonly hears: readonly QueueId[]
  readonly children: ReactNode
}

/** What is live without the navigation around it: for a screen that needs all the room, such as a case with its papers. */
export function BareShell({ me, hears, children }: BareShellProps) {
  const [live, setLive] = useState<LiveConnection>()
  const [palette, setPalette] = useState(false)
  const key = `${me.id} ${hears.join()}`
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for both
  useEffect(() => setLive(hears.length > 0 ? liveConnection(me, hears) : undefined), [key])
  const link = useLink(live)
  useShortcuts({ 'Mod+k': useCallback(() => setPalette(true), []) })
  return (
    <>
      {children}
      <OfflineBand state={link.state} newsAt={link.newsAt} />
      <Suspense>
        {palette ? <CommandPalette me={me} live={live} onClose={() => setPalette(false)} /> : null}
      </Suspense>
    </>
  )
}
