import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test as base } from '../actions/colleague.ts'
import type { LiveLink } from '../actions/live-link.ts'
import { holdLiveLink } from '../actions/live-link.ts'
import type { MadeCase } from '../actions/make-case.ts'
import { aFamilyName } from '../actions/make-case.ts'

type Screen = { readonly page: Page; readonly link: LiveLink; readonly free: readonly MadeCase[] }

/** Ona's list of free cases, narrowed to as many as the test asks for: all of one family, and nobody else's concern. */
const test = base.extend<{ readonly onasList: (many: number) => Promise<Screen> }>({
  onasList: async ({ aCaseIn, desk }, use) => {
    await use(async (many) => {
      const family = aFamilyName()
      const free = await Promise.all(
        Array.from({ length: many }, (_, n) => aCaseIn('FORWARDED', { applicant: `${NAMES[n]} ${family}` })),
      )
      let link: LiveLink | undefined
      const before = async (page: Page) => (link = await holdLiveLink(page))
      const page = await desk('ona', `/antrean/saya?tampilan=siap-diambil&cari=${family}`, { before })
      await expect(rows(page)).toHaveCount(many)
      await isOnline(page)
      if (link === undefined) throw new Error('the page was opened without its link')
      return { page, link, free }
    })
  },
})
const NAMES = ['Beni', 'Ester', 'Yopi', 'Wiwi']

const rows = (page: Page): Locator => page.locator('tr[data-case]')
const row = (page: Page, { id }: MadeCase): Locator => page.locator(`tr[data-case="${id}"]`)
const idsOf = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-case') ?? ''))

async function isOnline(page: Page): Promise<void> {
  await expect(page.locator('.list[data-ready=true]')).toBeVisible()
  await expect(page.locator('[data-connection=online]').last()).toBeVisible()
}

test('a screen that was cut off shows what happened meanwhile, and says how its link stands', async ({
  onasList,
  colleague,
}) => {
  const { page, link, free } = await onasList(2)
  const [first, second] = free as [MadeCase, MadeCase]
  const yopi = await colleague('yopi')
  await link.cut()
  await expect(page.locator('[data-connection=dead]').last()).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('Dinas tidak menjawab.').first()).toBeVisible()
  for (const { id } of free) await yopi.run(id, { type: 'claim' })
  await expect(row(page, first)).toBeVisible() // cut off, it knows nothing of it
  link.mend()
  await expect(page.locator('[data-connection=online]').last()).toBeVisible()
  await expect(row(page, first)).toHaveCount(0) // no longer free, and nobody was reading
  await page.locator('[data-view=semua]').click()
  await expect(row(page, second).locator('.av')).toHaveAttribute('title', /Yopi Sahusilawa/)
})

test('nothing that is read, chosen or typed moves while a colleague works', async ({
  onasList,
  colleague,
}) => {
  const { page, free } = await onasList(3)
  const yopi = await colleague('yopi')
  const ids = await idsOf(page)
  const other = free.find(({ id }) => id === ids[1]) as MadeCase
  const chosen = free.filter((one) => one !== other)
  for (const one of chosen) await row(page, one).locator('.c-select input').check()
  await row(page, other).hover()
  const before = await row(page, other).boundingBox()
  await yopi.run(other.id, { type: 'claim' })
  await expect(row(page, other)).toHaveClass(/flash/)
  await expect(row(page, other)).toContainText('Yopi Sahusilawa')
  expect(await row(page, other).boundingBox()).toEqual(before)
  expect(await idsOf(page)).toEqual(ids)
  for (const one of chosen) await expect(row(page, one).locator('.c-select input')).toBeChecked()
  await expect(page.locator('.pill')).toContainText('1 sudah pindah')
  await page.keyboard.press('.')
  await expect(row(page, other)).toHaveCount(0)
  for (const one of chosen) await expect(row(page, one).locator('.c-select input')).toBeChecked()

  await page.locator('.q-search').fill('')
  await page.locator('.q-search').pressSequentially('zzz tidak')
  const heard = page.locator('[data-count="siap-diambil"]')
  const count = Number(await heard.textContent())
  await yopi.run(other.id, { type: 'release' })
  await expect(heard).not.toHaveText(String(count)) // it has come, and the words stand
  await expect(page.locator('.q-search')).toHaveValue('zzz tidak')
})

test('of many at once each has its own result, and the one that failed stays chosen', async ({
  onasList,
  colleague,
}) => {
  const { page, link, free } = await onasList(3)
  const [lost, ...won] = free as [MadeCase, ...MadeCase[]]
  for (const one of free) await row(page, one).locator('.c-select input').check()
  await expect(page.locator('.selbar')).toContainText('3 bisa diambil')
  await link.cut()
  await (await colleague('yopi')).run(lost.id, { type: 'claim' })
  await page.keyboard.press('a')
  const results = page.locator('.results')
  await expect(results).toContainText('2 berhasil, 1 tidak')
  await expect(results.locator('.not')).toContainText('Yopi Sahusilawa')
  await expect(row(page, lost).locator('.c-select input')).toBeChecked()
  for (const one of won) await expect(row(page, one).locator('.c-select input')).not.toBeChecked()
})

test('a link shows a colleague the same list, and the keys walk through it', async ({ aCaseIn, desk }) => {
  const family = aFamilyName()
  await Promise.all(NAMES.slice(0, 3).map((name) => aCaseIn('FORWARDED', { applicant: `${name} ${family}` })))
  const page = await desk('ona', `/antrean/kk?tampilan=semua&urut=-pemohon&cari=${family}`)
  await isOnline(page)
  await expect(rows(page)).toHaveCount(3)
  const names = await page.locator('td.c-pemohon').allTextContents()
  expect(names.map((name) => name.split(' ')[0]?.toLowerCase())).toEqual(['yopi', 'ester', 'beni'])
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(page.locator('.panel')).toBeVisible()
  await expect(page).toHaveURL(/buka=KK-\d\d-/)
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
