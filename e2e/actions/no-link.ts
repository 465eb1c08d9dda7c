import type { Page } from '@playwright/test'

const DINAS = /\/(?:api\/trpc|outbox|files|kapal|papers|socket\.io)(?:[/?]|$)/

/** An island: the app is on the phone, the Dinas is not to be reached. `loseLink(page)`, and later `findLink(page)`. */
export async function loseLink(page: Page): Promise<void> {
  await page.route(DINAS, (route) => route.abort('internetdisconnected'))
}

export async function findLink(page: Page): Promise<void> {
  await page.unroute(DINAS)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}
