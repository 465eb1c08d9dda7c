import type { Locator, Page } from '@playwright/test'
import { chromium, expect } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { findChromium } from '../../tools/ensure-chromium.mjs'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { openCase } from '../actions/desk.ts'
import { aBlurredLetter, aLetter, aLetterOnTable } from '../actions/paper-photo.ts'
import { takePictures } from '../actions/pictures.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

test('a blurred photo is told before it is saved; used with a reason, the reason reaches the Dinas and the place does not', async ({
  aCaseIn,
  desk,
}) => {
  const { id, address } = await aCaseIn('RETURNED_NEGERI')
  const page = await desk('saparua', `/ajukan/${id}?langkah=berkas`, { before: keepSent })
  const line = page.locator('.rq > li[data-rule=KTP]')
  await line.getByRole('button', { name: /^Lihat/ }).click()
  await choose(page.locator('dialog .pages input[type=file]').last(), await aBlurredLetter())
  const check = page.locator('.photo-review')
  await expect(check.getByRole('status')).toContainText('Terlalu buram. Dekatkan, tahan sebentar.')
  await expect(check.getByRole('button', { name: 'Pilih foto lain' })).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'photo-blurred')

  await check.getByRole('button', { name: 'Pakai juga…' }).click()
  await expect(check.getByRole('button', { name: 'Pakai dengan alasan ini' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await check.getByText('Alasan lain').click()
  await check.getByLabel('Tulis alasannya').fill('Tinta di kertas luntur kena air laut')
  await expectAccessible(page)
  await check.getByRole('button', { name: 'Pakai dengan alasan ini' }).click()
  await expect(line).toContainText('Dipakai meski buram')
  await expect(line.locator('[data-sending]')).toHaveCount(0)

  const told = await sentBytes(page)
  expect(told.length).toBeGreaterThan(10_000)
  expect(told.length).toBeLessThanOrEqual(300 * 1024)
  for (const word of ['Exif', 'http://ns.adobe.com/xap', 'GPS', 'Saparua', 'Telepon'])
    expect(told.includes(word), `${word} is not in what was sent`).toBe(false)

  const dinas = await desk('ona', address)
  await openCase(dinas, address)
  await dinas.locator('.case-thumb', { hasText: 'KTP' }).click()
  await expect(dinas.locator('[data-verdict]')).toHaveText(
    'Foto buram. Alasan negeri: Tinta di kertas luntur kena air laut.',
  )
  await expectAccessible(dinas)
})

test('without signal a photo on a table is laid straight, or kept as it was taken', async ({
  aCaseIn,
  desk,
}) => {
  const { id } = await aCaseIn('DRAFT')
  const page = await desk('saparua', `/ajukan/${id}?langkah=berkas`)
  const line = page.locator('.rq > li[data-rule=KTP]')
  await expect(line).toBeVisible()
  // The judge is fetched while there is a line.
  await expect.poll(() => page.workers().length).toBeGreaterThan(0)
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await choose(line.locator('input[type=file]').last(), await aLetterOnTable())
  const check = page.locator('.photo-review')
  await expect(check.getByRole('status')).toContainText('Kertas sudah diluruskan')
  await expect.poll(() => shapeOf(check)).toBeCloseTo(297 / 210, 1)
  await check.getByRole('button', { name: 'Foto asli' }).click()
  await expect.poll(() => shapeOf(check)).toBeCloseTo(4 / 3, 2)
  await check.getByRole('button', { name: 'Luruskan' }).click()
  await expect.poll(() => shapeOf(check)).toBeCloseTo(297 / 210, 1)
  await check.getByRole('button', { name: 'Pakai foto ini' }).click()
  await expect(line.locator('[data-sending=queued]')).toBeVisible()
  await page.context().setOffline(false)
  await expect(line).toHaveAttribute('data-state', 'ok')
})

test('the camera says that it is blurred before the shutter, and the photo is taken again', async ({
  aCaseIn,
  desk,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'satu-antrean-camera-'))
  const film = path.join(folder, 'blurred.mjpeg')
  writeFileSync(
    film,
    await sharp(await aBlurredLetter())
      .resize(960, 1280, { fit: 'fill' })
      .jpeg()
      .toBuffer(),
  )
  const executable = findChromium()
  const browser = await chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  try {
    const { id } = await aCaseIn('DRAFT')
    const page = await desk('saparua', `/ajukan/${id}?langkah=berkas`, { on: browser })
    await page.setViewportSize({ width: 360, height: 740 })
    const line = page.locator('.rq > li[data-rule=KTP]')
    await line.getByRole('button', { name: /^Foto: / }).click()
    const camera = page.locator('dialog.camera')
    await expect(camera.getByRole('status')).toContainText('Terlalu buram')
    const shutter = camera.getByRole('button', { name: 'Ambil foto' })
    const size = await shutter.boundingBox()
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(64)
    await expectAccessible(page)
    await takePictures(page, 'camera')
    await shutter.click()
    await expect(camera.locator('.photo-review')).toHaveAttribute('data-verdict', 'blurred')
    await camera.getByRole('button', { name: 'Foto ulang' }).click()
    await expect(shutter).toBeVisible()
    await choose(line.locator('input[type=file]:not([capture])').first(), await aLetter())
    await expect(line).toHaveAttribute('data-state', 'ok')
    await expect(line).not.toContainText('Dipakai meski')
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function choose(input: Locator, buffer: Buffer): Promise<void> {
  await input.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
}

/** Height over width of the photo as it would be sent. */
function shapeOf(check: Locator): Promise<number> {
  return check.locator('img').evaluate((image: HTMLImageElement) => image.naturalHeight / image.naturalWidth)
}

/** Keeps what the page sends as the bytes of a paper: a blob is not shown to the outside. */
async function keepSent(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sent: Blob[] = []
    Object.assign(window, { sentPapers: sent })
    const send = XMLHttpRequest.prototype.send
    XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body?: Parameters<typeof send>[0]) {
      if (body instanceof Blob) sent.push(body)
      send.call(this, body)
    }
  })
}

async function sentBytes(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const whole = new Blob((window as unknown as { sentPapers: Blob[] }).sentPapers)
    const bytes = new Uint8Array(await whole.arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
  })
  return Buffer.from(base64, 'base64')
}
