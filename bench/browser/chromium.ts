import type { Browser, BrowserContext, Page } from '@playwright/test'
import { chromium } from '@playwright/test'
import { ensureChromium } from '../../tools/ensure-chromium.mjs'
import type { Site } from './site.ts'

/** A browser that asks nobody outside for anything. */
export async function openBrowser(): Promise<Browser> {
  const executable = ensureChromium({ whole: true })
  return chromium.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  })
}

/** A fresh profile of a signed-in person: nothing cached, nothing kept. */
export async function visitor(
  browser: Browser,
  site: Site,
  cookie: { readonly name: string; readonly value: string },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ ...cookie, url: site.base }])
  return context
}

/** Milliseconds from the start of the visit until a selector is there, by the page's own clock. */
export async function visitUntil(
  page: Page,
  url: string,
  selectors: readonly string[],
): Promise<readonly number[]> {
  await page.addInitScript((wanted: readonly string[]) => {
    const found: (number | undefined)[] = wanted.map(() => undefined)
    Object.assign(window, { benchFound: found })
    const look = (): void => {
      wanted.forEach((selector, n) => {
        if (found[n] === undefined && document.querySelector(selector)) found[n] = performance.now()
      })
      if (found.some((at) => at === undefined)) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, selectors)
  await page.goto(url)
  await page.waitForFunction(
    () =>
      (window as unknown as { benchFound: (number | undefined)[] }).benchFound.every(
        (at) => at !== undefined,
      ),
    undefined,
    { timeout: 60_000 },
  )
  return page.evaluate(() => (window as unknown as { benchFound: number[] }).benchFound)
}
