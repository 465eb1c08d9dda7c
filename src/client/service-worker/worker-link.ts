import { useSyncExternalStore } from 'react'
import { tabLock } from './shell-paths.ts'
import type { ToWorker } from './to-worker.ts'

/** The page's side of the worker: registers it, knows whether a new version waits, and lets it begin. */

const FILE = '/sw.js'
/** While a page stays open it asks this often whether there is a new version: some 300 bytes when there is none. */
const LOOK_EVERY_MS = 60 * 60_000

let waiting: ServiceWorker | undefined
let asked = false
let begun: Promise<ServiceWorkerRegistration | undefined> | undefined
const listeners = new Set<() => void>()

function become(next: ServiceWorker | undefined): void {
  waiting = next
  for (const listener of listeners) listener()
}

const container = (): ServiceWorkerContainer | undefined =>
  typeof navigator === 'undefined'
    ? undefined
    : (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker

/** Once per tab, after the first screen is there. Does nothing where the browser has no workers (plain http in a LAN). */
export function beginWorker(): Promise<ServiceWorkerRegistration | undefined> {
  begun ??= begin()
  return begun
}

async function begin(): Promise<ServiceWorkerRegistration | undefined> {
  const workers = container()
  if (workers === undefined) return undefined
  // Held for as long as the tab lives, and never given back.
  void navigator.locks.request(
    tabLock(performance.timeOrigin),
    { mode: 'shared' },
    () => new Promise(() => undefined),
  )
  const registration = await workers.register(FILE, { updateViaCache: 'none' }).catch(() => undefined)
  if (registration === undefined) return undefined
  watch(registration)
  workers.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else become(undefined) // another tab let it begin; this one goes on with the files it has
  })
  const look = () => void registration.update().catch(() => undefined)
  setInterval(look, LOOK_EVERY_MS)
  window.addEventListener('online', look)
  void workers.ready.then((ready) => tell(ready.active, { type: 'TIDY' }))
  return registration
}

function watch(registration: ServiceWorkerRegistration): void {
  const consider = (worker: ServiceWorker | null) => {
    // Without a worker before it, this is the first one and nothing has to be let go.
    if (worker?.state === 'installed' && container()?.controller) become(worker)
  }
  consider(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') consider(installing)
      else if (waiting === installing) become(undefined)
    })
  })
}

function tell(worker: ServiceWorker | null, told: ToWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none to name
  worker?.postMessage(told)
}

/** From now on this device opens a petugas negeri's screens by itself, or no longer. */
export async function openFromDevice(phone: boolean): Promise<void> {
  const registration = await container()?.getRegistration()
  tell(registration?.active ?? registration?.waiting ?? registration?.installing ?? null, {
    type: 'ROOM',
    phone,
  })
}

/** The waiting version begins, and this tab with it. Other tabs go on with the files they have. */
export function takeNewVersion(): void {
  asked = true
  tell(waiting ?? null, { type: 'SKIP_WAITING' })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Is a new version here, waiting for a moment of rest? */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => waiting !== undefined,
    () => false,
  )
}
