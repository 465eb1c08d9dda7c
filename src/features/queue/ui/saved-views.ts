import { useEffect, useSyncExternalStore } from 'react'
import type { Role } from '#domain/access/role.ts'
import { newId } from '#client/new-id.ts'
import { api } from '#client/trpc.ts'

export type SavedView = Awaited<ReturnType<typeof api.queue.views.query>>[number]
export type ViewChange = Pick<SavedView, 'name' | 'address' | 'shared' | 'pinned'> & {
  readonly id?: string | undefined
}

const NONE: readonly SavedView[] = []
let shown: { readonly of: string; readonly views: readonly SavedView[] } | undefined
let asking: Promise<void> | undefined
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The views of this person and their office, from the server; the same on each of their devices. */
export function useSavedViews(personId: string, role: Role | 'SYSTEM'): readonly SavedView[] {
  const has = role !== 'LEADERSHIP' && role !== 'ADMIN'
  const views = useSyncExternalStore(
    subscribe,
    () => (shown?.of === personId ? shown.views : NONE),
    () => NONE,
  )
  useEffect(() => {
    if (!has) return
    const look = () => document.visibilityState === 'visible' && void readViews(personId)
    look()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [has, personId])
  return views
}

function readViews(personId: string): Promise<void> {
  asking ??= read(personId)
    .catch(() => undefined) // shown again at the next look
    .finally(() => (asking = undefined))
  return asking
}

async function read(personId: string): Promise<void> {
  const views = await api.queue.views.query()
  const moved = await bringOld(personId, views)
  shown = { of: personId, views: moved ? await api.queue.views.query() : views }
  for (const listener of listeners) listener()
}

/** What an earlier version kept on this device goes to the server once, and only then leaves the device. */
async function bringOld(personId: string, known: readonly SavedView[]): Promise<boolean> {
  const key = `tampilan:${personId}`
  const old = oldViews(localStorage.getItem(key))
  if (old.length === 0) return false
  for (const { name, address } of old) {
    if (known.some((one) => one.mine && one.name === name && one.address === address)) continue
    await api.queue.saveView.mutate({ id: newId(), name, address, shared: false, pinned: true })
  }
  localStorage.removeItem(key)
  return true
}

type OldView = Pick<SavedView, 'name' | 'address'>

function oldViews(text: string | null): readonly OldView[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found)
      ? found.filter(
          (one): one is OldView => typeof one?.name === 'string' && typeof one?.address === 'string',
        )
      : []
  } catch {
    return []
  }
}

const done = async (personId: string, { ok }: { readonly ok: boolean }): Promise<boolean> => {
  if (ok) await read(personId)
  return ok
}

/** Makes or changes a view. Throws when the server does not answer. */
export async function keepView(personId: string, { id, ...view }: ViewChange): Promise<boolean> {
  return done(personId, await api.queue.saveView.mutate({ id: id ?? newId(), ...view }))
}

export async function pinView(personId: string, id: string, pinned: boolean): Promise<boolean> {
  return done(personId, await api.queue.pinView.mutate({ id, pinned }))
}

export async function dropView(personId: string, id: string): Promise<boolean> {
  return done(personId, await api.queue.dropView.mutate({ id }))
}

export async function beginWith(personId: string, id: string, roles: readonly Role[]): Promise<boolean> {
  return done(personId, await api.queue.setDefaultView.mutate({ id, roles: [...roles] }))
}
