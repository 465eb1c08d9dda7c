import { currentConnection } from './live/live.ts'
import { lockDevice } from './phone/open-device.ts'
import { openFromDevice } from './service-worker/worker-link.ts'

/** Set while the Dinas has not heard yet that this person left. */
const PENDING = 'satu-hp:keluar'

/**
 * Ends the session. What is sealed on the device stays, sealed: it waits for its owner, and nobody else opens it. Without
 * a network the device is shut at once, and the Dinas hears of it first thing when there is one.
 */
export async function signOut(): Promise<void> {
  await currentConnection()?.close()
  const { sleepAtSignOut } = await import('./push.ts')
  await sleepAtSignOut()
  const { closeOutbox } = await import('./outbox/live-outbox.ts')
  closeOutbox()
  await lockDevice()
  if (!navigator.onLine) {
    localStorage.setItem(PENDING, '1')
    return location.replace('/ajukan')
  }
  await openFromDevice(false)
  tellDinas()
}

export function leftWithoutNetwork(): boolean {
  return localStorage.getItem(PENDING) !== null
}

/** The same without leaving the page: its officer is back by PIN, and may be in the middle of a form. */
export async function tellDinasQuietly(): Promise<boolean> {
  const told = await fetch('/keluar', { method: 'POST', redirect: 'manual' }).catch(() => undefined)
  if (told === undefined) return false
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
