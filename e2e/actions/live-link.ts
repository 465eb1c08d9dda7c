import type { Page, WebSocketRoute } from '@playwright/test'

/** The wire between a page and the server, in the test's hand. */
export type LiveLink = {
  /** Closes it and lets no new one through. */
  cut(): Promise<void>
  mend(): void
}

/** Call it before the page is opened. */
export async function holdLiveLink(page: Page): Promise<LiveLink> {
  const open = new Set<WebSocketRoute>()
  let isCut = false
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (isCut) return void socket.close()
    const server = socket.connectToServer()
    open.add(socket)
    socket.onMessage((message) => server.send(message))
    server.onMessage((message) => socket.send(message))
    socket.onClose(() => open.delete(socket))
  })
  return {
    async cut() {
      isCut = true
      await Promise.all([...open].map((socket) => socket.close()))
      open.clear()
    },
    mend: () => void (isCut = false),
  }
}

/**
 * A screen that reads its case once and then hears nothing more, by whatever way, until it acts itself. Call it before
 * the page is opened.
 */
export async function makeDeaf(page: Page): Promise<void> {
  let hasRead = false
  await page.routeWebSocket(/\/socket\.io\//, () => undefined)
  await page.route(/\/api\/trpc\//, async (route) => {
    const url = route.request().url()
    if (url.includes('case.run')) hasRead = false
    else if (url.includes('case.open') && !hasRead) hasRead = true
    else if (/case\.open|queue\./.test(url)) return route.abort()
    return route.fallback()
  })
}
