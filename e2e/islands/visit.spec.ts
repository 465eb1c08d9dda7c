import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { findLink, loseLink } from '../actions/no-link.ts'
import { takePictures } from '../actions/pictures.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

test('a day of jemput bola without a signal: two families, a report, and it reaches the Dinas', async ({
  desk,
}) => {
  const page = await desk('tulehu', '/jemput-bola')
  const place = `Baileo ${Date.now()}`
  await expect(page.getByRole('heading', { name: 'Jemput bola', exact: true })).toBeVisible()
  await loseLink(page)
  await page.getByLabel('Tempat', { exact: true }).fill(place)
  await page.getByRole('button', { name: 'Mulai', exact: true }).click()
  await expect(page.getByRole('heading', { name: place })).toBeVisible()
  for (const name of ['Keluarga Latu', '=Keluarga Tuapeti']) {
    await page.getByLabel('Nama keluarga').fill(name)
    await page.getByRole('button', { name: 'Tambah keluarga' }).click()
    await expect(page.locator('[data-family]', { hasText: name })).toBeVisible()
  }
  const latu = page.locator('[data-family="1"]')
  await latu.getByRole('button', { name: 'Layani' }).click()
  await latu.getByLabel('Mulai permohonan…').selectOption({ label: 'KK hilang' })
  await expect(page).toHaveURL(/\/ajukan\//)
  await page.goto('/jemput-bola')
  await page.getByRole('listitem').filter({ hasText: place }).getByRole('button', { name: 'Buka' }).click()
  await expect(latu.getByRole('button', { name: 'Buka KK hilang' })).toBeVisible()
  await latu.getByLabel('Yang masih kurang').fill('Surat hilang dari polisi')
  await latu.getByRole('button', { name: 'Selesai' }).click()
  await expect(page.getByText('2 keluarga datang, 1 selesai, 0 pulang, 2 belum.')).toBeVisible()
  await expect(page.getByText(/belum di Dinas/)).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'visit-day')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Unduh CSV' }).click()
  const csv = (await readFile(await (await saving).path())).toString()
  expect(csv).toContain("'=Keluarga Tuapeti")

  await page.getByRole('button', { name: 'Tutup hari ini' }).click()
  await findLink(page)
  await expect(page.getByText(/Tersimpan di Dinas/)).toBeVisible()
  const office = await desk('rukmini', '/jemput-bola')
  await office.getByRole('link', { name: place }).click()
  await expect(office.locator('[data-family="1"]')).toContainText('Surat hilang dari polisi')
  await expect(office.locator('[data-family]')).toHaveCount(2)
  await expectAccessible(office)
})
