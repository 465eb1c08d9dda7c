import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

const WIDTHS = [360, 768, 1440] as const

/** With `E2E_PICTURES=1`: the screen at the three widths into test-results/pictures, for people to look at. */
export async function takePictures(page: Page, name: string): Promise<void> {
  if (process.env['E2E_PICTURES'] !== '1') return
  const before = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    const spilt = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(spilt, `${name} fits into ${width} px`).toBeLessThanOrEqual(0)
    await page.screenshot({ path: `test-results/pictures/${name}-${width}.png` })
  }
  if (before) await page.setViewportSize(before)
}
