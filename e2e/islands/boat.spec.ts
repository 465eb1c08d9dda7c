import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { aPhoto, beginBirth, daysAgo } from '../actions/file-a-birth.ts'
import { writeDate } from '../actions/fill-a-form.ts'
import { loseLink } from '../actions/no-link.ts'
import { takePictures } from '../actions/pictures.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

const bytesOf = async (download: Download) => readFile(await download.path())
const fileFrom = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

/** What a carrier sees of the file that they brought last. */
async function bring(carrier: Page, name: string, buffer: Buffer) {
  const latest = carrier.locator('main[data-latest]')
  const before = (await latest.getAttribute('data-latest')) ?? ''
  await carrier.locator('input[type=file]').setInputFiles(fileFrom(name, buffer))
  await expect(latest).not.toHaveAttribute('data-latest', before)
  const last = carrier.locator('.boat-list > li').first()
  await expect(last).toHaveAttribute('data-state', /done|refused/)
  return last
}

test('from an island by boat: exported, imported twice by another, and the receipt comes back', async ({
  desk,
}) => {
  test.setTimeout(120_000)
  const phone = await desk('saparua', '/kotak-keluar')
  await expect(phone.getByText('Tidak ada yang menunggu untuk dibawa.')).toBeVisible() // the key is here
  await loseLink(phone)
  await phone.goto('/ajukan')
  await beginBirth(phone)
  const id = new URL(phone.url()).pathname.split('/').at(-1) ?? ''
  await writeDate(phone, 'Tanggal lahir', daysAgo(20))
  await phone.goto(`/ajukan/${id}?langkah=berkas`)
  await phone
    .locator('.rq > li')
    .first()
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
  await expect(phone.locator('.rq > li').first().locator('[data-sending]')).not.toHaveAttribute(
    'data-sending',
    'preparing',
  )

  await phone.goto('/kotak-keluar')
  await expectAccessible(phone)
  const saving = phone.waitForEvent('download')
  await phone.getByRole('button', { name: /^Simpan berkas, \d/ }).click()
  const file = await bytesOf(await saving)
  await expect(phone.getByText(/Dibawa kapal sejak/)).toBeVisible()
  await takePictures(phone, 'boat-outbox')
  expect(file.subarray(0, 21).toString()).toBe('age-encryption.org/v1')

  const carrier = await desk('yopi', '/impor')
  const first = await bring(carrier, 'kiriman.antrean', file)
  await expect(first).toContainText(/1 permohonan, 1 foto\. \d diterima, 0 tidak, 0 sudah ada/)
  const again = await bring(carrier, 'kiriman.antrean', file)
  await expect(again).toContainText(/\d diterima, 0 tidak, [1-9] sudah ada/)
  const forged = Buffer.from(file)
  const middle = Math.floor(forged.length / 2)
  forged[middle] = (forged[middle] ?? 0) ^ 1
  await expect(await bring(carrier, 'palsu.antrean', forged)).toContainText('Tidak ada yang disimpan')
  await expectAccessible(carrier)
  await takePictures(carrier, 'boat-import')

  const receiving = carrier.waitForEvent('download')
  await carrier.getByRole('button', { name: 'Unduh tanda terima' }).first().click()
  const receipt = await bytesOf(await receiving)
  const reader = phone.locator('input[accept^=".terima"]')
  await reader.setInputFiles(fileFrom('palsu.terima', file))
  const panel = phone.getByRole('region', { name: 'Bawa dengan kapal' })
  await expect(panel.getByRole('alert')).toContainText(/HP atau petugas lain|bukan tanda terima/)
  await reader.setInputFiles(fileFrom('terima.terima', receipt))
  await expect(phone.getByText(/diterima Dinas, 0 perlu dilihat/)).toBeVisible()
  await expect(phone.locator('[data-waiting="0"]')).not.toHaveCount(0)
})
