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
import { signOut } from '#client/sign-out.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { Bell } from '#features/notice/ui/bell.tsx'
import { SavedViewLinks } from '#features/queue/ui/saved-view-links.tsx'
import { useNavCounts } from '#features/queue/ui/use-nav-counts.ts'
import { FootBands } from '#features/sla/ui/foot-bands.tsx'
import { AppShell } from '#ui/app-shell.tsx'
import { ConnectionMark } from '#ui/connection-mark.tsx'
import { OfflineBand } from '#ui/offline-band.tsx'

const loadPalette = () =>
  import('#features/queue/ui/command-palette.tsx').then((module) => ({ default: module.CommandPalette }))
const CommandPalette = lazyPart(loadPalette)

type LiveShellProps = {
  readonly me: Actor & { readonly role: Role }
  readonly about: string
  readonly hears: readonly QueueId[]
  readonly rules: RulesParcel
  readonly children: ReactNode
}

/** Ctrl or ⌘ alone: the palette may be next. */
function fetchSoon(): false {
  void loadPalette()
  return false
}

/** The shell with what is live in it: the connection, the counts of every queue, the command palette. */
export function LiveShell({ me, about, hears, rules, children }: LiveShellProps) {
  usePageRules(rules)
  const live = useLiveConnection(me, hears)
  const [palette, setPalette] = useState(false)
  const link = useLink(live)
  const counts = useNavCounts(live, me)
  const find = useCallback(() => setPalette(true), [])
  useShortcuts({ 'Mod+k': find, 'Mod+Control': fetchSoon, 'Mod+Meta': fetchSoon })
  return (
    <AppShell
      person={{ id: me.id, name: me.name, role: me.role, services: me.services, about }}
      counts={counts}
      connection={hears.length > 0 ? <ConnectionMark state={link.state} newsAt={link.newsAt} /> : null}
      bell={{
        side: <Bell applicant={me.role === 'CITIZEN'} ask={hears.length === 0} />,
        top: <Bell applicant={me.role === 'CITIZEN'} compact />,
      }}
      extra={<SavedViewLinks me={me} live={live} />}
      onFind={find}
      onSignOut={() => void signOut()}
    >
      {children}
      <FootBands me={me} />
      <OfflineBand state={link.state} newsAt={link.newsAt} />
      <Suspense fallback={<dialog open className="vh" aria-busy /* single keys wait for it */ />}>
        {palette ? <CommandPalette me={me} live={live} onClose={() => setPalette(false)} /> : null}
      </Suspense>
    </AppShell>
  )
}
