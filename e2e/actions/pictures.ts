import type { Page } from '@playwright/test'

const WIDTHS = [360, 768, 1440] as const

/** Takes the screen at the three widths into test-results/pictures, for people to look at. */
export async function takePictures(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    await page.screenshot({ path: `test-results/pictures/${name}-${width}.png` })
  }
  if (before) await page.setViewportSize(before)
}
