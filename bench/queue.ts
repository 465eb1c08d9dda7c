import type { BrowserContext, Page } from '@playwright/test'
import { openBrowser, visitor, visitUntil } from './browser/chromium.ts'
import { closedSearches } from './browser/closed-searches.ts'
import { fillQueue } from './browser/fill-queue.ts'
import { openSite } from './browser/site.ts'
import type { Figure, Options } from './report.ts'
import { median } from './report.ts'

const QUEUE = '81.01/AKTA_KELAHIRAN'
const LIST = '/antrean/akta-kelahiran?tampilan=semua'
const FIRST_ROW = 'tr[data-case]'
const WHOLE = '[data-ready="true"]'

/** The list: how soon it is there, how it answers with all its rows in the browser, and the ended ones on the server. */
export async function measure(options: Options): Promise<readonly Figure[]> {
  const open = options.quick ? 5_000 : 50_000
  const site = await openSite((rig) => fillQueue(rig.shell.pool, QUEUE, { open, closed: 0 }))
  const browser = await openBrowser()
  const figures: Figure[] = []
  try {
    const cookie = await site.cookieFor('VERIFIER', '81.01')
    const url = site.base + LIST
    const [cold, warm, acts] = [[] as (readonly number[])[], [] as (readonly number[])[], [] as Acts[]]
    let bytes = 0
    const nothing = await site.cookieFor('VERIFIER', '81.02')
    const empty: number[] = []
    for (let round = 0; round < options.rounds; round += 1) {
      const limit = await visitor(browser, site, nothing)
      empty.push((await visitUntil(await limit.newPage(), site.base + '/akun', ['main, h1']))[0] ?? NaN)
      await limit.close()
      const context = await visitor(browser, site, cookie)
      const page = await context.newPage()
      const weighed = weighPull(page)
      cold.push(await visitUntil(page, url, [FIRST_ROW, WHOLE]))
      bytes = await weighed
      acts.push(await actsOn(page, open))
      await page.waitForTimeout(6_000) // kept on the device three seconds after the last news
      warm.push(await secondVisit(context, url))
      await context.close()
    }
    const of = (visits: readonly (readonly number[])[], n: number): number =>
      median(visits.map((visit) => visit[n] ?? NaN))
    const limit = median(empty)
    figures.push(
      {
        figure: `${open} open cases, first visit: first rows (limit: a page of ours without a list)`,
        value: of(cold, 0),
        unit: 'ms',
        limit,
        target: { of: 'value', most: 1500 },
      },
      {
        figure: 'first visit: every row in the browser',
        value: of(cold, 1),
        unit: 'ms',
        limit,
        target: { of: 'value', most: 4000 },
      },
      {
        figure: 'next visit: every row, from this device',
        value: of(warm, 1),
        unit: 'ms',
        limit,
        target: { of: 'value', most: 500 },
      },
      {
        figure: 'bytes per open case in the first load, compressed',
        value: bytes / open,
        unit: 'B',
        target: { of: 'value', most: 60 },
      },
      ...(['filter', 'sort', 'search', 'count'] as const).map((act) => ({
        figure: `${act} over all of them (limit: one bare look at and one sort of as many objects)`,
        value: median(acts.map((one) => one[act])),
        unit: 'ms',
        limit: median(acts.map((one) => one.least)),
        target: { of: 'value' as const, most: 50 },
      })),
      {
        figure: 'select all',
        value: median(acts.map((one) => one.selectAll)),
        unit: 'ms',
        target: { of: 'value', most: 100 },
      },
      {
        figure: 'scroll',
        value: median(acts.map((one) => one.framesPerSecond)),
        unit: 'fps',
        target: { of: 'value', least: 55 },
      },
    )
  } finally {
    await browser.close()
    await site.close()
  }
  return [...figures, ...(await closedSearches(options))]
}

async function secondVisit(context: BrowserContext, url: string): Promise<readonly number[]> {
  const page = await context.newPage()
  return visitUntil(page, url, [FIRST_ROW, WHOLE])
}

/** Bytes on the wire of the answer that brings all rows. */
async function weighPull(page: Page): Promise<number> {
  const response = await page.waitForEvent('requestfinished', {
    predicate: (request) => request.url().includes('queue.since'),
    timeout: 60_000,
  })
  return (await response.sizes()).responseBodySize
}

type Acts = {
  readonly filter: number
  readonly sort: number
  readonly search: number
  readonly count: number
  readonly selectAll: number
  readonly least: number
  readonly framesPerSecond: number
}

const PRESSES = 5

/** From the press to the drawn answer, less the frame that every drawing waits for; medians of some presses. */
async function actsOn(page: Page, rows: number): Promise<Acts> {
  const times = { sort: [], filter: [], count: [], search: [] } as {
    [act in 'sort' | 'filter' | 'count' | 'search']: number[]
  }
  const press = (selector: string): Promise<number> => page.evaluate(timed, { selector, text: undefined })
  const type = (text: string): Promise<number> => page.evaluate(timed, { selector: '.q-search', text })
  for (let n = 0; n < PRESSES; n += 1) {
    times.sort.push(await press('th.c-pemohon button'))
    times.filter.push(await press('[data-view="hampir-lewat"]'))
    times.count.push(await press('[data-view="semua"]'))
    times.search.push(await type('tuap mar'))
    await type('')
  }
  await press('th.c-sisa button')
  const selectAll = await press('th.c-select input')
  const chosen = await page.locator('.selbar b').textContent()
  if (!chosen?.replaceAll(/\D/g, '').includes(String(rows)))
    throw new Error(`all ${rows} should be chosen, the page says ${chosen}`)
  await page.keyboard.press('Escape')
  const least = await page.evaluate(leastWork, rows)
  const [sort, filter, count, search] = [
    median(times.sort),
    median(times.filter),
    median(times.count),
    median(times.search),
  ]
  return { sort, filter, count, search, selectAll, least, framesPerSecond: await scrolling(page) }
}

/** Runs in the page: what nothing could do with less. */
function leastWork(rows: number): number {
  const all = Array.from({ length: rows }, (_, n) => ({
    key: (n * 7919) % rows,
    text: `orang ${n} al-26-${n}`,
  }))
  const begun = performance.now()
  const found = all.filter((one) => one.text.includes('1') || one.key >= 0)
  found.sort((a, b) => a.key - b.key)
  return performance.now() - begun
}

/** Runs in the page. */
async function timed({ selector, text }: { selector: string; text: string | undefined }): Promise<number> {
  const element = document.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(selector)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const begun = performance.now()
  if (text === undefined) element.click()
  else {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(element, text)
    element.dispatchEvent(new Event('input', { bubbles: true }))
  }
  await new Promise((resolve) => setTimeout(resolve)) // after React's own work of this moment
  return performance.now() - begun
}

async function scrolling(page: Page): Promise<number> {
  await page.mouse.move(700, 500)
  const counted = page.evaluate(async () => {
    let frames = 0
    const begun = performance.now()
    while (performance.now() - begun < 3_000) {
      await new Promise(requestAnimationFrame)
      frames += 1
    }
    return frames / ((performance.now() - begun) / 1000)
  })
  for (let n = 0; n < 90; n += 1) {
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(25)
  }
  return counted
}
