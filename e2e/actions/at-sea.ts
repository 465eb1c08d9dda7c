import type { BrowserContext, Page, Route } from '@playwright/test'
import { expect } from '@playwright/test'

/** The way from a device to the house, in the test's hand: what waits, waits. The pages themselves still come. */
export type SeaLine = {
  /** Nothing of the outbox goes through. */
  cut(): Promise<void>
  /** Goes through from now on, as when the signal comes back. */
  mend(): Promise<void>
  /** What becomes of each request of the outbox meanwhile. */
  answer(how: (route: Route) => Promise<unknown>): Promise<void>
}

const OURS = /\/(outbox|files)(\/|$|\?)/

export function seaLine(context: BrowserContext): SeaLine {
  const answer = async (how: (route: Route) => Promise<unknown>) => {
    await context.unroute(OURS)
    await context.route(OURS, (route) => how(route))
  }
  return {
    answer,
    cut: () => answer((route) => route.abort('internetdisconnected')),
    async mend() {
      await context.unroute(OURS)
      await Promise.all(
        context.pages().map((page) => page.evaluate(() => window.dispatchEvent(new Event('online')))),
      )
    },
  }
}

/** Types into the field of the police report's number, and leaves it. */
export async function writeReportNumber(page: Page, words: string): Promise<void> {
  const box = page.getByLabel('Nomor surat dari Kepolisian')
  await box.fill(words)
  await box.blur()
}

export const REPORT = 'loss'

/** Safe on the device, and not at the Dinas. */
export async function expectOnlyHere(page: Page): Promise<void> {
  await expect(page.locator('[data-saved=device]')).toBeVisible()
}

/** The outbox of this device holds so many things. */
export async function expectWaiting(page: Page, n: number): Promise<void> {
  await expect(page.locator(`[data-outbox="${n}"]`)).toBeVisible()
}

/** Ends a tab as the system does when memory runs out: nothing is asked, nothing is said. */
export async function killTab(page: Page): Promise<void> {
  await page.close({ runBeforeUnload: false })
}
