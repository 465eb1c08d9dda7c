import type { Page } from '@playwright/test'
import { visitUntil } from '../browser/chromium.ts'
import type { Figure } from '../report.ts'
import { median } from '../report.ts'
import type { Island, Phone } from './island.ts'
import { settle } from './island.ts'

const WORK = '[data-waiting]'
const NEWS_MS = 6_000

/** The phone has been here before: what a visit costs now, and how it opens with no line at all. */
export async function measureNextVisit(island: Island): Promise<readonly Figure[]> {
  const { site, line, options } = island
  const phone = await island.phone()
  line.breadth(Infinity) // that it takes minutes to keep everything is another figure
  const first = await phone.page()
  await first.goto(`${site.base}/ajukan`)
  await settle(phone, first)
  await first.waitForTimeout(NEWS_MS) // own cases are kept
  await first.close()
  line.breadth()

  const [painted, checked, withNews, offline]: number[][] = [[], [], [], []]
  for (let round = 0; round < options.rounds; round += 1) {
    painted?.push(await paintOf(phone, site.base))
    checked?.push(await bytesOf(island, phone, false))
    withNews?.push(await bytesOf(island, phone, true))
    line.cut()
    const page = await phone.page()
    const [open = NaN] = await visitUntil(page, `${site.base}/ajukan`, [WORK])
    offline?.push(open)
    await page.close()
    line.mend()
  }
  await phone.context.close()
  return [
    {
      figure: 'opening without any network: own work on the screen',
      value: median(offline ?? []),
      unit: 'ms',
      target: { of: 'value', most: 1_000 },
    },
    {
      figure: 'next visit: painted',
      value: median(painted ?? []),
      unit: 'ms',
      target: { of: 'value', most: 300 },
    },
    {
      figure: 'next visit: "is there a new version?", both ways',
      value: median(checked ?? []),
      unit: 'B',
      target: { of: 'value', most: 1_024 },
    },
    {
      figure: 'next visit with its news (session, lists, live connection)',
      value: median(withNews ?? []),
      unit: 'B',
    },
  ]
}

async function paintOf(phone: Phone, base: string): Promise<number> {
  const page = await phone.page()
  await page.goto(`${base}/ajukan`)
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  await page.close()
  return at
}

/** Bytes on the line in the first seconds of a visit; without news only the worker asks. */
async function bytesOf({ site, line }: Island, phone: Phone, news: boolean): Promise<number> {
  const page: Page = await phone.page()
  if (!news) {
    await page.route('**/api/**', (route) => route.abort())
    await page.routeWebSocket('**', () => undefined)
  }
  const before = line.bytes
  await page.goto(`${site.base}/ajukan`)
  await page.waitForTimeout(NEWS_MS)
  const bytes = line.bytes - before
  await page.close()
  return bytes
}
