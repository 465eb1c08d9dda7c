import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { act, actFromList, caseIsOpen } from '../actions/desk.ts'
import { makeDeaf } from '../actions/live-link.ts'
import { takePictures } from '../actions/pictures.ts'

test('of two at once the slower one is told who was faster, and loses nothing', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('FORWARDED')
  const ona = await desk('ona', address)
  const yopi = await desk('yopi', address, { before: makeDeaf })
  await caseIsOpen(yopi)
  await yopi.getByLabel('Catatan baru').fill('Bidan Wiwi membenarkan tanggal')
  await act(ona, 'Ambil')
  await expect(ona.getByText('Anda memegang', { exact: true })).toBeVisible()

  await act(yopi, 'Ambil')
  const alert = yopi.locator('.case-foot, .case-answer').getByRole('alert')
  await expect(alert).toContainText('Ona Patirane')
  await expect(alert).toContainText('lebih dulu mengambil permohonan ini')
  await expect(yopi.getByText(/Dipegang Ona Patirane sampai/)).toBeVisible()
  await expect(yopi.getByRole('link', { name: 'Ke permohonan berikutnya' })).toBeVisible()
  await expect(yopi.getByLabel('Catatan baru')).toHaveValue('Bidan Wiwi membenarkan tanggal')
  await expectAccessible(yopi)
  await takePictures(yopi, 'conflict')
  await yopi.getByRole('button', { name: 'Lihat saja' }).click()
  await expect(alert).toHaveCount(0)

  await act(ona, 'Lepas')
  await ona.getByRole('button', { name: 'Urungkan' }).click()
  await expect(ona.getByText('Anda memegang', { exact: true })).toBeVisible()
})

test('half-typed words outlive everything that others do, and a refusal keeps them as a note', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const { address, id } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
  const ona = await desk('ona', address)
  await act(ona, 'Kembalikan ke negeri')
  const dialog = ona.getByRole('dialog')
  await dialog.getByLabel('Alasan').selectOption('KK_MISMATCH')
  await dialog.getByLabel('Yang harus dilakukan').fill('Nama ayah di KK lain. Tulis yang')

  const yopi = await colleague('yopi')
  for (const [index, text] of ['Satu', 'Dua', 'Tiga'].entries()) {
    const noteId = `${id.slice(0, -1)}${index}`
    await yopi.run(id, { type: 'writeNote', noteId, text, visibility: 'internal' })
  }
  await expect(ona.locator('.case-note')).toHaveCount(3)
  await expect(dialog.getByLabel('Yang harus dilakukan')).toHaveValue('Nama ayah di KK lain. Tulis yang')

  // The supervisor gives the case to someone else: the act is no longer possible, the words are.
  const rukmini = await desk('rukmini', address)
  await actFromList(rukmini, 'Alihkan')
  await rukmini.getByRole('radio', { name: /^Yopi/ }).check()
  await rukmini.getByRole('dialog').getByLabel('Alasan').fill('Ona sedang cuti.')
  await rukmini.getByRole('dialog').getByRole('button', { name: 'Alihkan', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Yopi Sahusilawa')
  await expect(dialog.getByLabel('Yang harus dilakukan')).toHaveValue('Nama ayah di KK lain. Tulis yang')
  await dialog.getByRole('button', { name: 'Simpan sebagai catatan' }).click()
  await expect(ona.getByLabel('Catatan baru')).toHaveValue(/Nama ayah di KK lain\. Tulis yang/)
})

test('who else looks at the case is shown, and gone when they leave', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('VALIDATION')
  const ona = await desk('ona', address)
  const tati = await desk('tati', address)
  await expect(ona.getByText('Tati Siahaya melihat')).toBeVisible()
  await expect(tati.getByText('Ona Patirane melihat')).toBeVisible()
  await tati.close()
  await expect(ona.getByText('Tati Siahaya melihat')).toHaveCount(0, { timeout: 45_000 })
})

test('a NIK is shown in full for a reason, and hidden again', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('FORWARDED')
  const yopi = await desk('yopi', address)
  const form = yopi.getByRole('region', { name: 'Isian formulir' })
  await expect(form).toBeVisible()
  expect(await yopi.locator('body').innerText()).not.toMatch(/\d{16}/)
  await form.getByRole('button', { name: /^Buka/ }).first().click()
  const dialog = yopi.getByRole('dialog')
  await dialog.getByLabel('Untuk apa').fill('x')
  await dialog.getByRole('button', { name: 'Tampilkan' }).click()
  await expect(dialog.getByRole('alert')).toContainText('paling sedikit 5 huruf')
  await expectAccessible(yopi)
  await dialog.getByLabel('Untuk apa').fill('Mencocokkan dengan SIAK')
  await dialog.getByRole('button', { name: 'Tampilkan' }).click()
  await expect(form).toContainText(/\d{16}/)
  await form.getByRole('button', { name: 'Tutup lagi' }).click()
  await expect(form).not.toContainText(/\d{16}/)
})

test('papers are zoomed, turned, moved and leafed through by keys', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('FORWARDED')
  const yopi = await desk('yopi', address)
  await caseIsOpen(yopi)
  const percent = yopi.locator('.viewer-tools .pct')
  const before = Number.parseInt(await percent.innerText(), 10)
  await yopi.keyboard.press('+')
  await expect.poll(async () => Number.parseInt(await percent.innerText(), 10)).toBeGreaterThan(before)
  await yopi.keyboard.press('0')
  await expect(percent).toHaveText(`${before}%`)
  const first = await yopi.locator('.case-thumb.on').getAttribute('title')
  await yopi.keyboard.press(']')
  await expect(yopi.locator('.case-thumb.on')).not.toHaveAttribute('title', first ?? '')
  await yopi.keyboard.press('[')
  await expect(yopi.locator('.case-thumb.on')).toHaveAttribute('title', first ?? '')
  const page = yopi.locator('.viewer-page')
  const place = () => page.evaluate((element) => (element as HTMLElement).style.transform)
  await yopi.locator('.viewer-stage').focus()
  const still = await place()
  await yopi.keyboard.press('ArrowRight')
  await expect.poll(place).not.toBe(still)
  await yopi.getByRole('button', { name: 'Putar' }).click()
  await expect.poll(place).toContain('rotate(90deg)')
  await yopi.keyboard.press('?')
  await expect(yopi.getByRole('dialog', { name: 'Tombol di meja' })).toBeVisible()
  await expectAccessible(yopi)
})

test('an act that the Dinas did not answer stays, and sending it again does it once', async ({
  aCaseIn,
  desk,
}) => {
  const { address } = await aCaseIn('VALIDATION')
  const other = await desk('rukmini', address)
  const tati = await desk('tati', address, { before: makeDeaf })
  await caseIsOpen(tati)
  // The act arrives, its answer is lost: the worst case for doing something twice.
  await tati.route(/case\.run/, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await tati.getByLabel('Catatan baru').fill('Tanya dulu ke Puskesmas')
  await tati.getByRole('button', { name: 'Simpan catatan' }).click()
  const alert = tati.getByRole('alert').filter({ hasText: 'belum terkirim' })
  await expect(alert).toBeVisible({ timeout: 30_000 })
  await expect(tati.getByLabel('Catatan baru')).toHaveValue('Tanya dulu ke Puskesmas')
  await expectAccessible(tati)

  await tati.unroute(/case\.run/)
  await tati.getByRole('button', { name: 'Kirim lagi' }).click()
  await expect(alert).toHaveCount(0)
  await expect(tati.getByLabel('Catatan baru')).toHaveValue('')
  await expect(other.locator('.case-note').filter({ hasText: 'Tanya dulu ke Puskesmas' })).toHaveCount(1)
})
