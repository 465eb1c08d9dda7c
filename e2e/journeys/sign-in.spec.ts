import { expect, test } from '@playwright/test'
import { TOTP } from 'otpauth'
import { expectAccessible } from '../actions/accessible.ts'
import { takePictures } from '../actions/pictures.ts'
import { signInWith } from '../actions/sign-in-with.ts'

/** The code of this moment, or of half a minute later: one works once, and a clock that is a step ahead is let in. */
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: secret.replaceAll(' ', ''), digits: 6, period: 30 }).generate({
    timestamp: Date.now() + later,
  })

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('a wrong password is counted and costs nothing that was typed; the right one opens the desk', async ({
    page,
  }) => {
    await signInWith(page, 'dorkas', 'salah')
    await expect(page.getByText('Nama pengguna atau kata sandi salah. Sisa 4 percobaan.')).toBeVisible()
    await expect(page.getByLabel('Nama pengguna')).toHaveValue('dorkas')
    await expect(page).not.toHaveURL(/dorkas/)
    await signInWith(page, 'dorkas')
    await expect(page).not.toHaveURL(/masuk/)
  })

  test('the other language is one click away', async ({ page }) => {
    await page.goto('/masuk')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

test('the sign-in page, by day and by night', async ({ page }) => {
  await page.goto('/masuk')
  await expectAccessible(page)
  await takePictures(page, 'sign-in')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await takePictures(page, 'sign-in-dark')
})

test('a page asked for before the sign-in is the page after it, also after a wrong password', async ({
  page,
}) => {
  await page.goto('/antrean/kk?urut=nama')
  await expect(page).toHaveURL(/\/masuk\?kembali=/)
  await expect(page.getByText('Masuk dulu. Setelah itu halaman tadi terbuka.')).toBeVisible()
  await signInWith(page, 'hanafi', 'salah')
  await expect(page.getByText('Sisa 4 percobaan.')).toBeVisible()
  await signInWith(page, 'hanafi')
  await expect(page).toHaveURL(/\/antrean\/kk\?urut=nama/)
})

test('no address leads out of the house', async ({ page }) => {
  await page.goto('/masuk?kembali=https%3A%2F%2Felsewhere.example%2F')
  await page.getByRole('button', { name: /Ona/ }).first().click()
  await expect(page).toHaveURL(/^http:\/\/(127\.0\.0\.1|localhost):/)
})

test('the sign-in code: set up with a scan, asked at the next sign-in, good once, taken off', async ({
  page,
}) => {
  await signInWith(page, 'mince')
  await page.goto('/akun')
  await page.getByRole('button', { name: 'Pasang kode masuk' }).click()
  await page.getByLabel('Kata sandi Anda').fill('bukan ini')
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await expect(page.getByText('Kata sandi salah. Sisa 4 percobaan.')).toBeVisible()
  await page.getByLabel('Kata sandi Anda').fill('perahu-cengkih-kora-kora')
  await page.getByRole('button', { name: 'Lanjut' }).click()
  await expect(page.getByRole('img', { name: /Kode QR/ })).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'account-enrol')
  const secret = await page.locator('code.secret').innerText()
  await page.getByLabel('Kode 6 angka').fill('000000')
  await page.getByRole('button', { name: 'Selesai' }).click()
  await expect(page.getByText('Kode salah. Periksa jam di HP Anda.')).toBeVisible()
  const first = codeOf(secret)
  await page.getByLabel('Kode 6 angka').fill(first)
  await page.getByRole('button', { name: 'Selesai' }).click()
  await expect(page.getByText('Kode masuk terpasang. Sesi lain sudah diakhiri.')).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'account')

  await page.context().clearCookies()
  await signInWith(page, 'mince')
  await expect(page.getByLabel('Kode 6 angka')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Kode 6 angka').fill(first)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByText('Kode salah atau sudah dipakai. Sisa 4 percobaan.')).toBeVisible()
  await page.getByLabel('Kode 6 angka').fill(codeOf(secret, 30_000))
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page).not.toHaveURL(/masuk/)

  await page.goto('/akun')
  await page.getByRole('button', { name: 'Lepas kode masuk' }).click()
  await page.getByLabel('Kata sandi Anda').fill('perahu-cengkih-kora-kora')
  await page.getByRole('button', { name: 'Lepas kode masuk' }).click()
  await expect(page.getByText('Kode masuk dilepas.')).toBeVisible()
})

test('a form of another page signs nobody in or out, and next-auth’s other doors are shut', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('/masuk')
  const csrfToken = await page.locator('input[name=csrfToken]').first().inputValue()
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const post = async (path: string, headers: Record<string, string>, form: Record<string, string> = {}) =>
    (await request.post(path, { headers: { cookie, ...headers }, form, maxRedirects: 0 })).status()
  const form = { csrfToken, username: 'ona', callbackUrl: '/' }
  const ours = { origin: baseURL ?? '' }
  expect(await post('/api/auth/callback/demo', { origin: 'https://elsewhere.example' }, form)).toBe(403)
  expect(await post('/api/auth/callback/demo', {}, form)).toBe(403)
  expect(await post('/keluar', { origin: 'https://elsewhere.example' })).toBe(403)
  expect(await post('/api/auth/callback/demo', ours, { ...form, username: 'x'.repeat(9000) })).toBe(413)
  expect(await post('/api/auth/_log', ours)).toBe(404)
  expect(await post('/api/auth/signin/credentials', ours)).toBe(404)
  expect((await request.get('/api/auth/callback/demo', { maxRedirects: 0 })).status()).toBe(404)
  // The token of another browser is worth nothing here: it leads back to the page, and opens no session.
  const forged = await request.post('/api/auth/callback/demo', {
    headers: { cookie, ...ours },
    form: { ...form, csrfToken: 'f'.repeat(64) },
    maxRedirects: 0,
  })
  expect(forged.headers()['location']).toContain('/masuk')
  expect(forged.headers()['set-cookie'] ?? '').not.toContain('satu-antrean=')
})
