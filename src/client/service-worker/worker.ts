/// <reference lib="webworker" />
import type { PrecacheEntry, SerwistPlugin } from 'serwist'
import { Serwist } from 'serwist'
import { paintFirst } from './paint-first.ts'
import { isNoPage, isPhonePath, mayKeep, mayTidy, SHELL_PATH } from './shell-paths.ts'
import type { ToWorker } from './to-worker.ts'
import { shownOf } from './woken.ts'

declare const self: ServiceWorkerGlobalScope & { readonly __SW_MANIFEST: PrecacheEntry[] }

const NOTES = 'satu-hp'
const ROOM = '/-/ruang'
const BEGUN = '/-/mulai'

/** The shell is asked for without cookies: nothing of a person can be in it. */
const ownAnswersOnly: SerwistPlugin = {
  requestWillFetch: ({ request }) =>
    Promise.resolve(
      new URL(request.url).pathname === SHELL_PATH ? new Request(request, { credentials: 'omit' }) : request,
    ),
  cacheWillUpdate: ({ request, response }) =>
    Promise.resolve(mayKeep(new URL(request.url).pathname, response) ? response : null),
}

// The new version waits by itself: `skipWaiting` comes by a message, when nobody is in the middle of something.
const serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  precacheOptions: { plugins: [ownAnswersOnly], cleanURLs: false, concurrency: 2 },
})

async function noted(name: string): Promise<string | undefined> {
  return (await (await self.caches.open(NOTES)).match(name))?.text()
}

async function note(name: string, words: string | undefined): Promise<void> {
  const notes = await self.caches.open(NOTES)
  if (words === undefined) await notes.delete(name)
  else await notes.put(name, new Response(words))
}

/** The kept shell with a nonce of its own for this opening, as the server would give. */
async function shell(): Promise<Response | undefined> {
  const kept = await serwist.matchPrecache(SHELL_PATH)
  const policy = kept?.headers.get('content-security-policy')
  const nonce = policy && /'nonce-([^']+)'/.exec(policy)?.[1]
  if (kept === undefined || !policy || !nonce) return kept
  const fresh = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  const headers = new Headers(kept.headers)
  headers.set('content-security-policy', policy.replaceAll(nonce, fresh))
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(paintFirst((await kept.text()).replaceAll(nonce, fresh), fresh), { headers })
}

async function answerVisit(request: Request): Promise<Response> {
  if (isPhonePath(new URL(request.url).pathname)) {
    const [room, kept] = await Promise.all([noted(ROOM), shell()])
    if (room === 'hp' && kept !== undefined) return kept
  }
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await shell()
    if (kept === undefined) throw error
    return kept
  }
}

serwist.registerCapture(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && !isNoPage(url.pathname),
  ({ request }) => answerVisit(request),
)

/** Also files of the version before: a tab that began with it may still need them, and the server has them no more. */
async function keptFile(url: string): Promise<Response | undefined> {
  // To the letter: a look that leaves out what is behind a `?` reads every kept file.
  return self.caches.match(url, { cacheName: serwist.precacheStrategy.cacheName })
}

serwist.registerCapture(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
  async ({ request }) => (await keptFile(request.url)) ?? fetch(request),
)

type WithRoutes = { readonly addRoutes?: (rules: readonly object[]) => Promise<void> }

/**
 * Where the browser can, kept files come from the cache without waking this worker for each: an opening has a dozen of
 * them. What is not kept is fetched. The judge's script is another `destination` and stays with `judgeScript`.
 */
function filesWithoutTheWorker(event: ExtendableEvent & WithRoutes): void {
  const { cacheName } = serwist.precacheStrategy
  const rules = ['script', 'style', 'font'].map((requestDestination) => ({
    condition: { urlPattern: '/_next/static/*', requestDestination },
    source: { cacheName },
  }))
  event.waitUntil(Promise.resolve(event.addRoutes?.(rules)).catch(() => undefined))
}

/**
 * The photo judge's own script. It reads behind the `#` of its address what it is to load, and a kept answer would give
 * it an address without one: an answer made here has none of its own, so that the asked one stands.
 */
async function judgeScript(request: Request): Promise<Response> {
  const kept = await keptFile(request.url)
  return kept === undefined ? fetch(request) : new Response(await kept.blob(), { headers: kept.headers })
}

async function tidy(event: ExtendableMessageEvent): Promise<void> {
  const { held = [] } = await self.navigator.locks.query()
  const begunAt = Number((await noted(BEGUN)) ?? 0)
  if (
    mayTidy(
      begunAt,
      held.map((lock) => lock.name),
    )
  )
    await serwist.handleActivate(event)
}

self.addEventListener('install', (event) => {
  void serwist.handleInstall(event)
  filesWithoutTheWorker(event)
})
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([note(BEGUN, String(Date.now())), self.clients.claim()]))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  // Somebody signs in or out: the server says who comes next, and their page says whether it opens from the device.
  if (request.mode === 'navigate' && request.method === 'POST') event.waitUntil(note(ROOM, undefined))
  if (request.destination === 'worker' && new URL(request.url).origin === self.location.origin)
    event.respondWith(judgeScript(request))
  else serwist.handleFetch(event)
})
self.addEventListener('message', (event) => {
  const told = event.data as ToWorker
  if (told.type === 'ROOM') event.waitUntil(note(ROOM, told.phone ? 'hp' : undefined))
  if (told.type === 'TIDY') event.waitUntil(tidy(event))
})

self.addEventListener('push', (event) => {
  const { title, body, tag, path } = shownOf(jsonOf(event.data))
  // The same message twice replaces itself. Nothing of a person stands in it: the screen may be locked.
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: path, icon: '/icon.svg' }))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(String(event.notification.data ?? '/kabar')))
})

function jsonOf(data: PushMessageData | null): unknown {
  try {
    return data?.json()
  } catch {
    return undefined
  }
}
