'use client'
import type { ReactNode } from 'react'
import { Suspense, useCallback, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import type { RulesParcel } from '#domain/sla/rules-parcel.ts'
import { useLiveConnection } from '#client/live/live-connection.ts'
import { useLink } from '#client/live/live.ts'
import { usePageRules } from '#client/page-rules.ts'
import { useShortcuts } from '#client/shortcuts.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { FootBands } from '#features/sla/ui/foot-bands.tsx'
import { OfflineBand } from '#ui/offline-band.tsx'

const loadPalette = () =>
  import('#features/queue/ui/command-palette.tsx').then((module) => ({ default: module.CommandPalette }))
const CommandPalette = lazyPart(loadPalette)

/** Ctrl or ⌘ alone: the palette may be next. */
function fetchSoon(): false {
  void loadPalette()
  return false
}

type BareShellProps = {
  readonly me: Actor & { readonly role: Role }
  readonly hears: readonly QueueId[]
  readonly rules: RulesParcel
  readonly children: ReactNode
}

/** What is live without the navigation around it: for a screen that needs all the room, such as a case with its papers. */
export function BareShell({ me, hears, rules, children }: BareShellProps) {
  usePageRules(rules)
  const live = useLiveConnection(me, hears)
  const [palette, setPalette] = useState(false)
  const link = useLink(live)
  useShortcuts({
    'Mod+k': useCallback(() => setPalette(true), []),
    'Mod+Control': fetchSoon,
    'Mod+Meta': fetchSoon,
  })
  return (
    <>
      {children}
      <FootBands me={me} />
      <OfflineBand state={link.state} newsAt={link.newsAt} />
      {/* What is typed while the palette comes must not act on the case behind it. */}
      <Suspense fallback={<dialog open className="vh" aria-busy />}>
        {palette ? <CommandPalette me={me} live={live} onClose={() => setPalette(false)} /> : null}
      </Suspense>
    </>
  )
}
