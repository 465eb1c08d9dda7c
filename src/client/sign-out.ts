import { currentConnection } from './live/live.ts'
import { lockDevice } from './phone/open-device.ts'
import { sleepAtSignOut } from './push.ts'
import { openFromDevice } from './service-worker/worker-link.ts'

/** Set while the Dinas has not heard yet that this person left. */
const PENDING = 'satu-hp:keluar'

/** A line that swallows everything is no line: the phone is put away meanwhile. */
const WAITS_MS = 10_000

/**
 * Ends the session. What is sealed on the device stays, sealed: it waits for its owner, and nobody else opens it. The
 * device is shut at once; where the Dinas does not hear of it now, it does first thing when there is a line.
 */
export async function signOut(): Promise<void> {
  await currentConnection()?.close()
  const { closeOutbox } = await import('./outbox/live-outbox.ts')
  closeOutbox()
  await lockDevice()
  await sleepAtSignOut()
  localStorage.setItem(PENDING, '1')
  if (!(await tellDinasQuietly())) return location.replace('/ajukan')
  await openFromDevice(false)
  location.replace('/masuk')
}

export function leftWithoutNetwork(): boolean {
  return localStorage.getItem(PENDING) !== null
}

/**
 * Ends the session without leaving the page: its officer may be back by PIN, and in the middle of a form. False: nobody
 * heard it, and it stays to be told.
 */
export async function tellDinasQuietly(): Promise<boolean> {
  if (!navigator.onLine) return false
  const asked = { method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(WAITS_MS) } as const
  const told = await fetch('/keluar', asked).catch(() => undefined)
  // The house answers by leading elsewhere; a page with status 200 is a portal's.
  if (told?.type !== 'opaqueredirect') return false
  localStorage.removeItem(PENDING)
  return true
}

export function tellDinas(): void {
  localStorage.removeItem(PENDING)
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/keluar'
  document.body.append(form)
  form.submit()
}
