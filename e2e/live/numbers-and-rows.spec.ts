import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from '../actions/colleague.ts'
import { aFamilyName } from '../actions/make-case.ts'

const ALL = '/antrean/saya?tampilan=semua'
/** Others work meanwhile: what is compared is read in one moment, and again until both sides have heard the same. */
const SETTLES = { timeout: 45_000 }

const rows = (page: Page): Locator => page.locator('tr[data-case]')
const idsOf = (within: Locator): Promise<string[]> =>
  within.evaluateAll((all) => all.map((row) => row.getAttribute('data-case') ?? ''))

async function ready(page: Page): Promise<void> {
  await expect(page.locator('.list[data-ready=true]')).toBeVisible()
}

type Numbers = {
  readonly view: number
  readonly listed: number
  readonly link: number
  readonly filter: number
}

/** Every number that stands on the screen at this moment: of a view, of the list, of a link, the sum of a filter. */
function numbers(page: Page, view: string, link = ''): Promise<Numbers> {
  return page.evaluate(
    ([viewName, linkName]) => {
      const read = (selector: string) => Number(document.querySelector(selector)?.textContent ?? 0)
      const lines = [...document.querySelectorAll('.pop li label b')]
      const place = [...document.querySelectorAll('nav a')].find((one) => one.textContent?.includes(linkName))
      return {
        view: read(`[data-count="${viewName}"]`),
        listed: Number(document.querySelector('.rows')?.getAttribute('data-rows') ?? 0),
        link: Number(place?.querySelector('b')?.textContent ?? Number.NaN),
        filter: lines.map((one) => Number(one.textContent)).reduce((sum, one) => sum + one, 0),
      }
    },
    [view, link] as const,
  )
}

async function openFilter(page: Page, filter: string): Promise<void> {
  await page.locator('[data-filter-add]').click()
  await page.locator('.pop').getByRole('button', { name: filter }).click()
  await expect(page.locator('.pop li label').first()).toBeVisible()
}

test('answers about ended cases that come in reverse order: only the last question is on the screen', async ({
  aCaseIn,
  desk,
}) => {
  const [first, second] = [`Beni ${aFamilyName()}`, `Ester ${aFamilyName()}`]
  await Promise.all([first, second].map((applicant) => aCaseIn('CANCELLED', { applicant })))
  const page = await desk('rukmini', '/antrean/saya?tampilan=selesai')
  const names = page.locator('.closed td.c-pemohon')
  const shown = async () => new Set((await names.allTextContents()).map((name) => name.toLowerCase()))
  let letFirstThrough = (): void => undefined
  const firstMayPass = new Promise<void>((resolve) => (letFirstThrough = resolve))
  let firstIsAsked = false
  await page.route('**/api/trpc/queue.searchClosed*', async (route) => {
    const isFirst = (route.request().postData() ?? '').includes(first)
    firstIsAsked ||= isFirst
    const response = await route.fetch()
    if (isFirst) await firstMayPass
    await route.fulfill({ response })
  })
  await page.locator('.q-search').fill(first)
  await expect.poll(() => firstIsAsked).toBe(true)
  await page.locator('.q-search').fill(second)
  await expect.poll(shown).toEqual(new Set([second.toLowerCase()]))
  const late = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes(first))
  letFirstThrough()
  await (await late).finished()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  expect(await shown()).toEqual(new Set([second.toLowerCase()]))
})

test('the number of a view, of a link, of a filter is the number of rows behind it, and all negeri are the kabupaten', async ({
  aCaseIn,
  desk,
}) => {
  await aCaseIn('SUBMITTED', { kind: 'MOVE_WITHIN' })
  const page = await desk('rukmini', '/antrean/skpwni?tampilan=semua')
  await ready(page)
  for (const view of ['perlu-tindakan', 'hampir-lewat', 'semua']) {
    await page.locator(`[data-view="${view}"]`).click()
    await expect(async () => {
      await page.keyboard.press('.') // a row that comes while one reads is counted, and waits behind its mark
      const { listed, view: counted } = await numbers(page, view)
      expect(listed, view).toBe(counted)
    }).toPass(SETTLES)
  }
  await expect(async () => {
    const { link, view } = await numbers(page, 'semua', 'SKPWNI')
    expect(link).toBe(view)
  }).toPass(SETTLES)

  for (const filter of ['Kecamatan', 'Negeri', 'Tahap', 'Jenis']) {
    await openFilter(page, filter)
    await expect(async () => {
      const { filter: sum, view } = await numbers(page, 'semua')
      expect(sum, filter).toBe(view)
    }).toPass(SETTLES)
    await page.keyboard.press('Escape')
  }
  await openFilter(page, 'Kecamatan')
  const line = page.locator('.pop li label').first()
  await line.getByRole('checkbox').check()
  await expect(async () => {
    const [counted, { listed }] = [Number(await line.locator('b').innerText()), await numbers(page, 'semua')]
    expect(listed).toBe(counted)
  }).toPass(SETTLES)
})

test('the figure of the leadership is what the supervisor can list', async ({ aCaseIn, desk }) => {
  await aCaseIn('FORWARDED')
  const supervisor = await desk('rukmini', ALL)
  await ready(supervisor)
  const leader = await desk('bupati', '/ringkasan')
  await expect(async () => {
    await leader.reload()
    const figure = Number(await leader.locator('.figures-total strong').innerText())
    expect(figure).toBe((await numbers(supervisor, 'semua')).view)
  }).toPass(SETTLES)
})

test('fifty chosen, a hundred updates: the same fifty, and the same row under the pointer', async ({
  colleague,
  desk,
}) => {
  const family = aFamilyName()
  const officer = await colleague('nolloth')
  const drafts = Array.from({ length: 60 }, () => randomUUID())
  const inTens = async (work: (id: string, n: number) => Promise<unknown>, count: number) => {
    for (let from = 0; from < count; from += 10)
      await Promise.all(
        Array.from({ length: 10 }, (_, k) => work(drafts[(from + k) % drafts.length] ?? '', from + k)),
      )
  }
  const answers = { applicantRight: 'FAMILY', applicantName: `Beni ${family}` }
  const create = { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: '81.01.26.2009', answers }
  await inTens((id) => officer.run(id, create), drafts.length)
  const page = await desk('nolloth', `${ALL}&cari=${family}`)
  await page.setViewportSize({ width: 1440, height: 2600 }) // all rows are drawn, so all that are chosen can be read
  await ready(page)
  await expect(rows(page).first()).toBeVisible()
  await rows(page).first().hover() // whoever reads is not moved
  for (let n = 0; n < 50; n += 1) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  await expect(page.locator('.selbar')).toContainText('50 dipilih')
  const before = await idsOf(page.locator('tr[data-case].sel'))
  expect(before).toHaveLength(50)
  const shown = await idsOf(rows(page))
  const under = page.locator(`tr[data-case="${shown[shown.length >> 1]}"]`)
  await under.hover()
  const place = await under.boundingBox()
  const change = (n: number) => (n < drafts.length ? { headName: 'Beni' } : { lossReportNumber: 'SKTLK/1' })
  await inTens((id, n) => officer.run(id, { type: 'edit', changed: change(n), base: {} }), 100)
  await expect(under).toHaveClass(/flash/)
  expect(await under.boundingBox()).toEqual(place)
  expect(await idsOf(page.locator('tr[data-case].sel'))).toEqual(before)
  await expect(page.locator('.selbar')).toContainText('50 dipilih')
})
