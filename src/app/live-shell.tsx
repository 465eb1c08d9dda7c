'use client'
import type { ReactNode } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { AppShell } from '#ui/app-shell.tsx'

/** The shell with what is live in it: connection and counts of the queues this person hears. */
export function LiveShell({ me, children }: { readonly me: Actor; readonly children: ReactNode }) {
  if (me.role === 'SYSTEM') return children
  return (
    <AppShell person={{ id: me.id, name: me.name, role: me.role, services: me.services, about: '' }} onSignOut={() => location.assign('/api/auth/signout')}>
      {children}
    </AppShell>
  )
}
