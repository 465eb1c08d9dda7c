import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from '../actions/colleague.ts'

const ALL = '/antrean/saya?tampilan=semua'
const rows = (page: Page): Locator => page.locator('tr[data-case]')
const listed = async (page: Page): Promise<number> =>
  (await page.locator('.rows').count()) === 0
    ? 0
    : Number(await page.locator('.rows').getAttribute('data-rows'))
const shown = async (page: Page, view = 'semua'): Promise<number> =>
  Number(await page.locator(`[data-count="${view}"]`).textContent())

async function ready(page: Page): Promise<void> {
  await expect(page.locator('.list[data-ready=true]')).toBeVisible()
}

/** The values of one filter with the number beside each. */
async function countsBy(page: Page, filter: string): Promise<ReadonlyMap<string, number>> {
  await page.locator('[data-filter-add]').click()
  await page.locator('.pop').getByRole('button', { name: filter }).click()
  const lines = page.locator('.pop li label')
  await expect(lines.first()).toBeVisible()
  const found = await lines.evaluateAll((all) =>
    all.map(
      (one) =>
        [one.querySelector('span')?.textContent ?? '', Number(one.querySelector('b')?.textContent)] as const,
    ),
  )
  await page.keyboard.press('Escape')
  return new Map(found)
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)

test('answers about ended cases that come in reverse order: only the last question is on the screen', async ({
  desk,
}) => {
  const page = await desk('rukmini', '/antrean/saya?tampilan=selesai')
  const names = page.locator('.closed td.c-pemohon')
  await expect(names.first()).toBeVisible()
  const [first = '', ...others] = await names.allTextContents()
  const second = others.find((name) => !name.includes(first) && !first.includes(name)) ?? ''
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
  await expect.poll(async () => new Set(await names.allTextContents())).toEqual(new Set([second]))
  const late = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes(first))
  letFirstThrough()
  await (await late).finished()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  expect(new Set(await names.allTextContents())).toEqual(new Set([second]))
})

test('the number of a view and of a link is the number of rows behind it', async ({ desk }) => {
  const page = await desk('rukmini', '/antrean/skpwni?tampilan=semua')
  await ready(page)
  for (const view of ['perlu-tindakan', 'hampir-lewat', 'semua']) {
    await page.locator(`[data-view="${view}"]`).click()
    // A row that comes while one reads is counted, and waits behind the mark of new rows.
    await expect(async () => {
      await page.keyboard.press('.')
      expect(await listed(page), view).toBe(await shown(page, view))
    }).toPass({ timeout: 15_000 })
  }
  const link = page
    .getByRole('link', { name: /SKPWNI/ })
    .locator('b')
    .first()
  await expect(async () => {
    expect(Number(await link.innerText())).toBe(await shown(page))
  }).toPass({ timeout: 15_000 })
})

test('every number of a filter is the rows behind it, and the sum of all negeri is the kabupaten', async ({
  desk,
}) => {
  const page = await desk('rukmini', ALL)
  await ready(page)
  for (const filter of ['Kecamatan', 'Negeri', 'Tahap', 'Jenis']) {
    // Others work meanwhile: both numbers are read until they are of one moment.
    await expect(async () => {
      const counts = await countsBy(page, filter)
      expect(sum(counts), filter).toBe(await shown(page))
    }).toPass({ timeout: 15_000 })
  }
  await expect(async () => {
    const [name, count] = [...(await countsBy(page, 'Kecamatan'))][0] ?? ['', 0]
    await page.locator('[data-filter-add]').click()
    await page.locator('.pop').getByRole('button', { name: 'Kecamatan' }).click()
    const box = page
      .locator('.pop li label')
      .filter({ has: page.getByText(name, { exact: true }) })
      .getByRole('checkbox')
    await box.check()
    const found = await listed(page)
    await box.uncheck()
    await page.keyboard.press('Escape')
    expect(found).toBe(count)
  }).toPass({ timeout: 15_000 })
})

test('the figure of the leadership is what the supervisor can list', async ({ desk }) => {
  const supervisor = await desk('rukmini', ALL)
  await ready(supervisor)
  const leader = await desk('bupati', '/ringkasan')
  await expect(async () => {
    await leader.reload()
    expect(Number(await leader.locator('.figures-total strong').innerText())).toBe(await shown(supervisor))
  }).toPass({ timeout: 15_000 })
})

test('fifty chosen, a hundred updates: the same fifty, and the same row under the pointer', async ({
  colleague,
  desk,
}) => {
  const page = await desk('rukmini', ALL)
  await ready(page)
  await rows(page).first().hover() // whoever reads is not moved
  for (let n = 0; n < 50; n += 1) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  await expect(page.locator('.selbar')).toContainText('50 dipilih')
  const chosen = () =>
    page
      .locator('tr[data-case].sel')
      .evaluateAll((all) => all.map((row) => row.getAttribute('data-case') ?? ''))
  const before = await chosen()
  // Cases before verification are for the tests of two at one case.
  const targets = await rows(page)
    .filter({ hasNotText: 'Diteruskan' })
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-case') ?? ''))
  const under = page.locator(`tr[data-case="${targets[targets.length >> 1]}"]`)
  await under.hover()
  const place = await under.boundingBox()
  const tati = await colleague('tati')
  const note = () => ({ type: 'writeNote', noteId: randomUUID(), text: 'Diperiksa', visibility: 'internal' })
  for (let n = 0; n < 100; n += 10)
    await Promise.all(
      Array.from({ length: 10 }, (_, k) => tati.run(targets[(n + k) % targets.length] ?? '', note())),
    )
  await expect(under).toContainText('Tati Siahaya')
  expect(await under.boundingBox()).toEqual(place)
  expect(await chosen()).toEqual(before)
  await expect(page.locator('.selbar')).toContainText('50 dipilih')
})
