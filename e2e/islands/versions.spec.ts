import type { Browser } from '@playwright/test'
import { expect } from '@playwright/test'
import { test as base } from '../actions/colleague.ts'
import { FrontDoor } from '../actions/front-door.ts'
import { settleIn } from '../actions/phone.ts'
import { takePictures } from '../actions/pictures.ts'

type Away = { readonly browser: Browser; readonly front: FrontDoor }

/** A phone whose way to the server is in the test's hand. */
const test = base.extend<{ readonly away: Away }>({
  away: async ({ playwright, launchOptions, baseURL }, use) => {
    const front = await FrontDoor.to(Number(new URL(baseURL ?? '').port))
    const args = [
      ...(launchOptions.args ?? []),
      `--host-resolver-rules=MAP 127.0.0.1 127.0.0.1:${front.port}`,
    ]
    const browser = await playwright.chromium.launch({ ...launchOptions, args })
    await use({ browser, front })
    await browser.close()
    front.close()
  },
})
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, serviceWorkers: 'allow' })

test('a later version waits while a form is open, begins by hand, and a tab of the version before goes on', async ({
  desk,
  away: { browser, front },
}) => {
  const page = await desk('tulehu', '/ajukan', { on: browser })
  await settleIn(page)
  const other = await page.context().newPage()
  await other.goto('/ajukan')
  await page.getByRole('button', { name: /Kartu Keluarga/ }).click()
  await page.getByRole('radio', { name: /^KK hilang/ }).check()
  await page.getByRole('button', { name: 'Mulai isi' }).click()
  await page.getByLabel('Nama pemohon').fill('Belum selesai')

  front.version = 1
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
    while (!registration?.waiting) await new Promise((resolve) => setTimeout(resolve, 50))
  })
  await expect(other.locator('[data-new-version]')).toBeVisible()
  await expect(page.locator('[data-new-version]')).toHaveCount(0)
  await expect(page.getByLabel('Nama pemohon')).toHaveValue('Belum selesai')

  await takePictures(other, 'phone-new-version')
  await Promise.all([
    other.waitForEvent('load'),
    other.getByRole('button', { name: 'Pakai sekarang' }).click(),
  ])
  await expect(other.getByRole('heading', { name: 'Buat permohonan baru' })).toBeVisible()
  await expect(other.locator('[data-new-version]')).toHaveCount(0)
  // The tab of the version before was not touched, and what it has not loaded yet is still to be had.
  await expect(page.getByLabel('Nama pemohon')).toHaveValue('Belum selesai')
  await page.getByRole('link', { name: 'Foto dokumen asli' }).click()
  await expect(page.getByText('KTP-el pemohon')).toBeVisible()
})

test("a portal's page and an ill server never take the place of what is kept", async ({
  desk,
  away: { browser, front },
}) => {
  const page = await desk('tulehu', '/ajukan', { on: browser })
  await settleIn(page)
  const heading = page.getByRole('heading', { name: 'Buat permohonan baru' })
  for (const door of ['portal', 'ill'] as const) {
    front.door = door
    front.version += 1
    const refused = page.waitForRequest((asked) => asked.url().includes('/api/')) // what is asked meets the door
    await page.goto('/ajukan')
    await refused
    await expect(heading, door).toBeVisible()
    // Also when the browser looks for a later version by itself, or is asked to.
    await page.evaluate(async () => {
      const looked = (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined)
      await Promise.race([looked, new Promise((resolve) => setTimeout(resolve, 2_000))])
    })
    await page.goto('/kotak-keluar')
    await expect(page.locator('[data-waiting]').first()).toBeVisible()
  }
  const kept = await page.evaluate(async () => {
    const all = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()),
    )
    return Promise.all(all.flat().map((one) => one.text()))
  })
  expect(kept.length).toBeGreaterThan(10)
  expect(kept.filter((text) => text.includes('Hotel Masohi') || text === 'sebentar')).toEqual([])
})

test('on a phone a line that has gone dead is named within 15 s', async ({
  desk,
  away: { browser, front },
}) => {
  const page = await desk('tulehu', '/ajukan', { on: browser })
  await expect(page.locator('[data-connection=online]').first()).toBeVisible()
  front.door = 'dead'
  await expect(page.locator('[data-connection=weak], [data-connection=dead]').first()).toBeVisible({
    timeout: 15_000,
  })
})
