import { beginWorker } from './service-worker/worker-link.ts'
import { api } from './trpc.ts'

/** Whether this browser can be woken, and is. */
export type PushState = 'cannot' | 'denied' | 'off' | 'on'

const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

export async function pushState(): Promise<PushState> {
  if (!canPush()) return 'cannot'
  if (Notification.permission === 'denied') return 'denied'
  return (await subscription()) ? 'on' : 'off'
}

/** Asks the person, then the browser, then tells the Dinas. `key`: the public one of this house. */
export async function beWoken(key: string): Promise<PushState> {
  if (!canPush()) return 'cannot'
  if ((await Notification.requestPermission()) !== 'granted') return 'denied'
  await beginWorker()
  const { pushManager } = await navigator.serviceWorker.ready
  // One that was made for another house's key is worth nothing here.
  await (await pushManager.getSubscription())?.unsubscribe()
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint, keys } = made.toJSON()
  const { ok } = await api.notice.keepBrowser.mutate({
    endpoint: endpoint ?? '',
    keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
  })
  if (ok) return 'on'
  await made.unsubscribe()
  return 'cannot'
}

export async function letSleep(): Promise<PushState> {
  const made = await subscription()
  if (made) {
    await api.notice.dropBrowser.mutate({ endpoint: made.endpoint })
    await made.unsubscribe()
  }
  return 'off'
}

const SLEEPS_WITHIN_MS = 2_000

/**
 * Whoever signs out is not told here any more: the next person at this device may be another. The Dinas learns it from
 * the push service; a dead line keeps nobody.
 */
export async function sleepAtSignOut(): Promise<void> {
  if (!canPush()) return
  const slept = subscription().then((made) => made?.unsubscribe())
  const late = new Promise((resolve) => setTimeout(resolve, SLEEPS_WITHIN_MS))
  await Promise.race([slept, late]).catch(() => undefined)
}
