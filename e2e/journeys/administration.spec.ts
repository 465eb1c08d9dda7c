import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { enterAs } from '../actions/over-http.ts'
import { takePictures } from '../actions/pictures.ts'
import { signInWith } from '../actions/sign-in-with.ts'

test('an administrator makes an account; its person changes the password, works, and is out the moment the area changes', async ({
  desk,
  browser,
}) => {
  test.setTimeout(120_000)
  const username = `petugas.${Date.now() % 1_000_000}`
  const admin = await desk('admin', '/admin/pengguna')
  await expectAccessible(admin)
  await takePictures(admin, 'users')
  await admin.getByRole('link', { name: 'Tambah pengguna' }).click()
  await admin.getByRole('button', { name: 'Buat pengguna' }).click()
  await expect(admin.getByText('Pilih paling sedikit satu wilayah.')).toBeVisible()
  await expectAccessible(admin)
  await admin.getByLabel('Nama pengguna').fill('admin')
  await admin.getByLabel('Nama lengkap').fill('Rosina Manuputty')
  await admin.getByLabel('Wilayah kerja').selectOption('81.01.12.2012')
  await admin.getByRole('button', { name: 'Buat pengguna' }).click()
  await expect(admin.getByText('Nama pengguna ini sudah dipakai.')).toBeVisible()
  await admin.getByLabel('Nama pengguna').fill(username)
  await admin.getByRole('button', { name: 'Buat pengguna' }).click()
  const password = await admin.locator('output').innerText()
  expect(password).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/)
  await expectAccessible(admin)

  const other = await browser.newContext()
  const page = await other.newPage()
  await signInWith(page, username, password)
  await expect(page).toHaveURL(/\/akun$/)
  await page.goto('/antrean/kk')
  await expect(page).toHaveURL(/\/akun$/)
  await expect(page.getByText('Ganti kata sandi sekali pakai dulu.')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Kata sandi sekarang').fill(password)
  await page.getByLabel('Kata sandi baru').fill('pendek')
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click()
  await expect(page.getByRole('alert').getByText('Paling sedikit 15 huruf.')).toBeVisible()
  await page.getByLabel('Kata sandi baru').fill('perahu berlayar malam hari')
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click()
  await page.getByRole('link', { name: 'Mulai bekerja' }).click()
  await page.goto('/antrean/kk')
  await expect(page).toHaveURL(/\/antrean\/kk/)

  await admin.getByRole('link', { name: username }).click()
  await admin.getByLabel('Wilayah kerja').selectOption('81.01.12.2004')
  await expect(page.locator('.conn.on').last()).toBeVisible({ timeout: 15_000 })
  await takePictures(admin, 'user')
  await admin.getByRole('button', { name: 'Simpan perubahan' }).click()
  await expect(page).toHaveURL(/\/masuk/, { timeout: 5_000 }) // nobody touched that screen
  await expect(admin.getByText('Tersimpan. Perubahan berlaku sekarang.')).toBeVisible()
  await other.close()

  await admin.getByRole('button', { name: 'Nonaktifkan…' }).click()
  await expectAccessible(admin)
  await admin.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }).click()
  await expect(admin.getByText('Nonaktif', { exact: true })).toBeVisible()

  await admin.goto('/admin/audit')
  await expectAccessible(admin)
  await admin.getByLabel('Tentang').fill(username)
  await admin.getByRole('button', { name: 'Cari', exact: true }).click()
  for (const words of [
    'Pengguna dibuat',
    'Pengguna diubah',
    'Pengguna dinonaktifkan',
    'Kata sandi sendiri diganti',
  ])
    await expect(admin.getByText(words, { exact: true })).toBeVisible()
  await admin.getByText('Rincian').first().click()
  await expectAccessible(admin)
  await takePictures(admin, 'audit')
})

test('a session that the administrator ends is over at once', async ({ desk, browser }) => {
  const other = await browser.newContext({ userAgent: 'Firefox/130.0 (Windows) yang diakhiri' })
  await enterAs(other.request, 'hanafi')
  const page = await other.newPage()
  await page.goto('/akun')
  const admin = await desk('admin', '/admin/sesi')
  await expectAccessible(admin)
  await takePictures(admin, 'sessions')
  const row = admin
    .getByRole('listitem')
    .filter({ hasText: 'Hanafi Renwarin' })
    .filter({ hasText: 'Firefox, Windows' })
    .first()
  await row.getByRole('button', { name: 'Akhiri sesi Hanafi Renwarin' }).click()
  await expect(admin.getByText('Sesi Hanafi Renwarin diakhiri.')).toBeVisible()
  await page.goto('/akun').catch(() => undefined) // the screen itself may be on its way out already
  await expect(page).toHaveURL(/\/masuk/)
  await other.close()
})

test('only administrators come in', async ({ desk }) => {
  const page = await desk('rukmini', '/akun')
  for (const path of ['/admin/pengguna', '/admin/pengguna/baru', '/admin/sesi', '/admin/audit']) {
    await page.goto(path)
    await expect(page).not.toHaveURL(/\/admin/)
  }
})
