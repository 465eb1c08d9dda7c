import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { openBrowser, visitor } from './browser/chromium.ts'
import { fillQueue } from './browser/fill-queue.ts'
import type { Site } from './browser/site.ts'
import { openSite } from './browser/site.ts'
import type { Figure, Options } from './report.ts'

const KB = 1024

type Weighed = {
  readonly scripts: number
  readonly gzipped: number
  readonly first: number
  readonly fonts: number
  readonly outside: number
}

/**
 * What a first visit brings over the wire, with an empty cache: scripts as they came (and in gzip, to compare), the
 * first screen (page and styles), fonts, and anything that was asked of another host.
 */
export async function measure(options: Options): Promise<readonly Figure[]> {
  const site = await openSite((rig) =>
    fillQueue(rig.shell.pool, '81.01/AKTA_KELAHIRAN', { open: options.quick ? 50 : 400, closed: 0 }),
  )
  const browser = await openBrowser()
  try {
    const [operator, village] = [
      await site.cookieFor('OPERATOR', '81.01'),
      await site.cookieFor('NEGERI_OFFICER', '81.01.12.2012'),
    ]
    const pages = [
      { name: 'sign-in', path: '/masuk', cookie: { name: 'bahasa', value: 'id' }, most: 150 },
      { name: 'village intake', path: '/ajukan', cookie: village, most: 175 },
      { name: 'queue', path: '/antrean/akta-kelahiran', cookie: operator, most: 190 },
    ]
    const figures: Figure[] = []
    for (const { name, path, cookie, most } of pages) {
      await weigh(browser, site, path, cookie) // the first visitor after a build gets gzip, see page-assets.ts
      await new Promise((resolve) => setTimeout(resolve, 15_000))
      const weighed = await weigh(browser, site, path, cookie)
      figures.push(
        {
          figure: `${name}: scripts on a first visit`,
          value: weighed.scripts / KB,
          unit: 'KB',
          target: { of: 'value', most },
        },
        { figure: `${name}: the same in gzip`, value: weighed.gzipped / KB, unit: 'KB' },
        {
          figure: `${name}: first screen, page and styles`,
          value: weighed.first / KB,
          unit: 'KB',
          target: { of: 'value', most: 14 },
        },
        {
          figure: `${name}: fonts`,
          value: weighed.fonts / KB,
          unit: 'KB',
          target: { of: 'value', most: 65 },
        },
        {
          figure: `${name}: requests to another host`,
          value: weighed.outside,
          unit: '',
          target: { of: 'value', most: 0 },
        },
      )
    }
    return figures
  } finally {
    await browser.close()
    await site.close()
  }
}

async function weigh(
  browser: Browser,
  site: Site,
  path: string,
  cookie: { readonly name: string; readonly value: string },
): Promise<Weighed> {
  const context = await visitor(browser, site, cookie)
  const page = await context.newPage()
  const sum = { scripts: 0, gzipped: 0, first: 0, fonts: 0, outside: 0 }
  const waits: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    waits.push(
      (async () => {
        if (!request.url().startsWith(site.base)) sum.outside += 1
        const type = request.resourceType()
        const { responseBodySize } = await request.sizes()
        if (type === 'script') {
          sum.scripts += responseBodySize
          // Asked for once more: a browser gives back no body of a script that it has already run.
          sum.gzipped += gzipSync(Buffer.from(await (await fetch(request.url())).arrayBuffer())).length
        }
        if (type === 'stylesheet') sum.first += responseBodySize
        if (type === 'document') sum.first += responseBodySize
        if (type === 'font') sum.fonts += responseBodySize
      })().catch(() => undefined),
    )
  })
  await page.goto(site.base + path, { waitUntil: 'load' })
  await page.waitForTimeout(3_000)
  await Promise.all(waits)
  await context.close()
  return sum
}
