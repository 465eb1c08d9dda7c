import type { BrowserContext, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { aPhoto } from '../actions/file-a-birth.ts'
import { goOnTo } from '../actions/fill-a-form.ts'
import { enterPin, fillLostCard, settleIn } from '../actions/phone.ts'
import { takePictures } from '../actions/pictures.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, serviceWorkers: 'allow' })

test('in flight mode a case is begun, photographed and handed in; killed, it is there; with signal it has its number', async ({
  aCaseIn,
  desk,
}) => {
  test.setTimeout(150_000) // a whole day of an officer in one story
  const returned = await aCaseIn('RETURNED_NEGERI', { negeri: 'haria' })
  const first = await desk('haria', '/ajukan')
  const phone = first.context()
  await settleIn(first)
  await expect(first.getByText(returned.applicant).first()).toBeVisible()
  await expect(first.getByText(/^Di Dinas, \d+/)).toBeVisible() // kept: so is all that was asked before it
  await phone.setOffline(true)

  const page = await reopen(first, phone)
  await expect(page.getByText(/Anda tetap bisa bekerja\. Data dari \d\d\.\d\d WIT/)).toBeVisible()
  await expect(page.getByText(returned.applicant).first()).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'phone-work-offline')
  await fillLostCard(page, 'Ona Kabalmay')
  for (const line of await page.locator('.rq > li').all())
    await line
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
  await expect(page.locator('.rq > li [data-sending=queued], .rq > li [data-sending=waiting]')).toHaveCount(3)
  await goOnTo(page, 'Bacakan sebelum diajukan')
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click()
  await expect(page.locator('[data-handed-in=device]')).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'phone-handed-in-offline')
  await page.getByRole('link', { name: /tanda terima sementara/i }).click()
  const slip = page.locator('[data-provisional]')
  await expect(slip).toContainText('Ona Kabalmay')
  await expect(slip).toContainText('Belum ditandatangani Dinas')
  expect(await slip.innerText()).not.toMatch(/\b\d{16}\b/)
  await expectAccessible(page)
  await takePictures(page, 'phone-provisional-receipt')

  const again = await reopen(page, phone, new URL(page.url()).pathname)
  await expect(again.locator('[data-provisional]')).toContainText('Ona Kabalmay')
  await phone.setOffline(false)
  await expect(again.locator('.slip .bignumber')).toHaveText(/^KK-\d\d-\d{5}$/, { timeout: 60_000 })
  await expect(again.locator('[data-provisional]')).toHaveCount(0)
})

test('put away, the phone opens without signal by the PIN of its officer, and by no other', async ({
  desk,
}) => {
  const first = await desk('nolloth', '/ajukan')
  const phone = first.context()
  await settleIn(first)
  await phone.setOffline(true)
  await dropKey(first)
  const page = await reopen(first, phone)
  await expect(page.getByRole('heading', { name: 'Buka dengan PIN' })).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'phone-pin')
  await enterPin(page, '111112')
  await expect(page.locator('.field .err')).toHaveText('PIN salah. Tidak ada yang terhapus.')
  await enterPin(page)
  await expect(page.getByRole('heading', { name: 'Buat permohonan baru' })).toBeVisible()

  // Signing out with work that has not left: it waits sealed, and its officer finds it again.
  await page.getByRole('button', { name: /Kartu Keluarga/ }).click()
  await page.getByRole('radio', { name: /^KK hilang/ }).check()
  await page.getByRole('button', { name: 'Mulai isi' }).click()
  await expect(page.getByRole('heading', { name: 'Siapa pemohonnya?' })).toBeVisible()
  await page.getByRole('link', { name: 'Kembali' }).click()
  await expect(page.locator('.topbar [data-waiting="1"]')).toBeVisible()
  await page.locator('.topbar summary').click()
  await page.locator('.topbar').getByRole('button', { name: 'Keluar' }).click()
  const leaving = page.getByRole('dialog', { name: '1 hal belum terkirim' })
  await expect(leaving).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'phone-leaving')
  await leaving.getByRole('button', { name: 'Simpan tersegel, lalu keluar' }).click()
  await expect(page.getByRole('heading', { name: 'Buka dengan PIN' })).toBeVisible()
  await expect(page.getByText('Hanya di HP ini')).toHaveCount(0)
  await enterPin(page)
  await expect(page.getByText('Hanya di HP ini')).toBeVisible()

  await page.goto('/akun')
  await expect(page.getByRole('heading', { name: 'Halaman ini perlu sinyal' })).toBeVisible()
  await expectAccessible(page)
})

/** The tab is killed, and the app is opened anew. */
async function reopen(page: Page, phone: BrowserContext, address = '/ajukan'): Promise<Page> {
  await page.close()
  const next = await phone.newPage()
  await next.goto(address)
  return next
}

/** As half an hour in a pocket does. */
async function dropKey(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('satu-antrean-hp')
        asked.addEventListener('error', () => reject(asked.error ?? new Error('no database')))
        asked.addEventListener('success', () => {
          const change = asked.result.transaction('keys', 'readwrite')
          const keys = change.objectStore('keys').getAllKeys()
          keys.addEventListener('success', () => {
            for (const key of keys.result)
              if (typeof key === 'string' && key.startsWith('open/')) change.objectStore('keys').delete(key)
          })
          change.addEventListener('complete', () => {
            asked.result.close()
            resolve()
          })
        })
      }),
  )
}
