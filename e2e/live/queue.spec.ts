import type { Browser, Locator, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import type { LiveLink } from '../actions/live-link.ts'
import { holdLiveLink } from '../actions/live-link.ts'
import { runAs } from '../actions/run-command.ts'
import { signInWith } from '../actions/sign-in-with.ts'

// One after the other: they take and give back the same cases.
test.describe.configure({ mode: 'default' })

const FREE = '/antrean/saya?tampilan=siap-diambil'

async function someone(
  browser: Browser,
  username: string,
  address: string,
): Promise<{ readonly page: Page; readonly link: LiveLink }> {
  const page = await (await browser.newContext()).newPage()
  const link = await holdLiveLink(page)
  await signInWith(page, username)
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'))
  await openList(page, address)
  return { page, link }
}

async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.locator('.list[data-ready=true]')).toBeVisible()
  await expect(page.locator('[data-connection=online]').last()).toBeVisible()
}

const rows = (page: Page): Locator => page.locator('tr[data-case]')
const idsOf = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('data-case') ?? ''))
const row = (page: Page, id: string | undefined): Locator => page.locator(`tr[data-case="${id}"]`)

test('a screen that was cut off shows what happened meanwhile, and says how its link stands', async ({
  browser,
}) => {
  const [ona, yopi] = [await someone(browser, 'ona', FREE), await someone(browser, 'yopi', FREE)]
  const [first, second] = await idsOf(ona.page)
  await ona.link.cut()
  await expect(ona.page.locator('[data-connection=dead]').last()).toBeVisible({ timeout: 15_000 })
  await expect(ona.page.getByText('Dinas tidak menjawab.').first()).toBeVisible()
  for (const id of [first, second]) await runAs(yopi.page, id, { type: 'claim' })
  await expect(row(ona.page, first)).toBeVisible() // cut off, it knows nothing of it
  ona.link.mend()
  await expect(ona.page.locator('[data-connection=online]').last()).toBeVisible({ timeout: 20_000 })
  await expect(row(ona.page, first)).toHaveCount(0) // no longer free, and nobody was reading
  await openList(ona.page, '/antrean/saya?tampilan=semua')
  await expect(row(ona.page, second).locator('.av')).toHaveAttribute('title', /Yopi Sahusilawa/)
  for (const id of [first, second]) await runAs(yopi.page, id, { type: 'release' })
})

test('nothing that is read, chosen or typed moves while a colleague works', async ({ browser }) => {
  const [ona, yopi] = [await someone(browser, 'ona', FREE), await someone(browser, 'yopi', FREE)]
  const ids = await idsOf(ona.page)
  const [chosen, other] = [ids.slice(0, 2), ids.at(2)]
  for (const id of chosen) await row(ona.page, id).locator('.c-select input').check()
  await row(ona.page, other).hover()
  const before = await row(ona.page, other).boundingBox()
  await runAs(yopi.page, other, { type: 'claim' })
  await expect(row(ona.page, other)).toHaveClass(/flash/)
  await expect(row(ona.page, other)).toContainText('Yopi Sahusilawa')
  expect(await row(ona.page, other).boundingBox()).toEqual(before)
  expect(await idsOf(ona.page)).toEqual(ids)
  for (const id of chosen) await expect(row(ona.page, id).locator('.c-select input')).toBeChecked()
  await expect(ona.page.locator('.pill')).toContainText('1 sudah pindah')
  await ona.page.keyboard.press('.')
  await expect(row(ona.page, other)).toHaveCount(0)
  for (const id of chosen) await expect(row(ona.page, id).locator('.c-select input')).toBeChecked()
  await ona.page.locator('.q-search').pressSequentially('zzz tidak')
  await runAs(yopi.page, other, { type: 'release' })
  await ona.page.waitForTimeout(500)
  await expect(ona.page.locator('.q-search')).toHaveValue('zzz tidak')
})

test('of many at once each has its own result, and the one that failed stays chosen', async ({ browser }) => {
  const [ona, yopi] = [await someone(browser, 'ona', FREE), await someone(browser, 'yopi', FREE)]
  const [lost, ...won] = (await idsOf(ona.page)).slice(0, 3)
  for (const id of [lost, ...won]) await row(ona.page, id).locator('.c-select input').check()
  await expect(ona.page.locator('.selbar')).toContainText('3 bisa diambil')
  await ona.link.cut()
  await runAs(yopi.page, lost, { type: 'claim' })
  await ona.page.keyboard.press('a')
  const results = ona.page.locator('.results')
  await expect(results).toContainText('2 berhasil, 1 tidak')
  await expect(results.locator('.not')).toContainText('Yopi Sahusilawa')
  await expect(row(ona.page, lost).locator('.c-select input')).toBeChecked()
  for (const id of won) await expect(row(ona.page, id).locator('.c-select input')).not.toBeChecked()
  for (const id of won) await runAs(ona.page, id, { type: 'release' })
  await runAs(yopi.page, lost, { type: 'release' })
})

test('a link shows a colleague the same list, and the keys walk through it', async ({ browser }) => {
  const { page } = await someone(browser, 'ona', '/antrean/kk?tampilan=semua&urut=-pemohon')
  const names = await page.locator('td.c-pemohon').allTextContents()
  expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? 1 : -1)))
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(page.locator('.panel')).toBeVisible()
  await expect(page).toHaveURL(/buka=KK-26-/)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.locator('.panel')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Pintasan')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('meja')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/antrean/saya')
})
