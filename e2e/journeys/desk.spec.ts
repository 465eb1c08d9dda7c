import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { expectSavedAtDinas } from '../actions/fill-a-form.ts'
import { act, actFromList, aPdf, checkEverything, expectStage, openCase, send } from '../actions/desk.ts'
import { aPhoto } from '../actions/file-a-birth.ts'
import { takePictures } from '../actions/pictures.ts'

// Every act of the workflow that the one long story does not tell.

async function writeIn(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).fill(words)
}

test('T20 T24 T17: a draft is approved, not signed, and goes back to the operator for correction', async ({
  aCaseIn,
  desk,
}) => {
  const { address } = await aCaseIn('VALIDATION', { heldBy: 'jafar' })
  const jafar = await desk('jafar', address)
  await act(jafar, 'Setujui')
  await expectStage(jafar, 'Menunggu TTE')

  const head = await desk('kadis', address)
  await act(head, 'Tolak tanda tangan')
  await expectAccessible(head)
  await writeIn(head, 'Alasan', 'Nama kepala keluarga salah tulis.')
  await send(head, 'Tolak tanda tangan')
  await expectStage(head, 'Validasi')
  await expectStage(jafar, 'Validasi')

  await act(jafar, 'Ambil')
  await act(jafar, 'Koreksi draf')
  await writeIn(jafar, 'Alasan', 'Betulkan nama kepala keluarga.')
  await send(jafar, 'Koreksi draf')
  await expectStage(jafar, 'Entri SIAK')
  await expect(jafar.locator('.history')).toContainText(
    'mengembalikan draf untuk dikoreksi: Betulkan nama kepala keluarga.',
  )
})

test('T18: the verifier returns several faults at once, each with its code and its words', async ({
  aCaseIn,
  desk,
}) => {
  const { address } = await aCaseIn('VALIDATION', { heldBy: 'tati' })
  const tati = await desk('tati', address)
  await act(tati, 'Kembalikan ke negeri')
  const dialog = tati.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Tambah hal' }).click()
  const faults = dialog.locator('fieldset.fault')
  await expect(dialog.getByRole('button', { name: 'Kembalikan ke negeri', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await faults.nth(0).getByLabel('Alasan').selectOption('FORM_UNSIGNED')
  await faults.nth(1).getByLabel('Alasan').selectOption('OTHER')
  await faults.nth(1).getByLabel('Yang harus dilakukan').fill('Pendek')
  await expect(dialog).toContainText('paling sedikit 20 huruf')
  await faults
    .nth(1)
    .getByLabel('Yang harus dilakukan')
    .fill('Lampirkan juga surat pernyataan dari kepala keluarga.')
  await expect(faults.nth(0).getByLabel('Yang harus dilakukan')).toHaveValue(/^Tanda tangani/)
  await expectAccessible(tati)
  await send(tati, 'Kembalikan ke negeri')
  await expectStage(tati, 'Dikembalikan ke Negeri')
  await expect(tati.getByText('2 hal yang diminta')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('T30: the negeri cancels with the statement of the applicant', async ({ aCaseIn, desk }) => {
    const { address } = await aCaseIn('FORWARDED')
    const negeri = await desk('saparua', address)
    await expectStage(negeri, 'Diteruskan ke Dinas')
    await expectAccessible(negeri)
    for (const button of await negeri.locator('.case-foot button:visible').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    await actFromList(negeri, 'Batalkan')
    await writeIn(negeri, 'Alasan', 'Pemohon pindah ke kabupaten lain.')
    await expect(negeri.getByRole('dialog')).toContainText('Tuliskan pernyataan pemohon dulu.')
    await writeIn(negeri, 'Pernyataan pemohon', 'Disampaikan langsung di kantor.')
    await takePictures(negeri, 'cancel')
    await send(negeri, 'Batalkan')
    await expectStage(negeri, 'Dibatalkan')
  })
})

test('T07 T08 T11 T14: from the negeri to the applicant and back, and once more by way of the Dinas', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const { address, id } = await aCaseIn('NEGERI_REVIEW', { heldBy: 'saparua' })
  const negeri = await desk('saparua', address)
  await act(negeri, 'Kembalikan ke pemohon')
  const fault = negeri.getByRole('dialog').locator('fieldset.fault')
  await fault.getByLabel('Alasan').selectOption('DOC_UNREADABLE')
  const [paper = ''] = await fault.getByLabel('Berkas atau isian').selectOption({ index: 1 })
  await send(negeri, 'Kembalikan ke pemohon')
  await expectStage(negeri, 'Dikembalikan ke Pemohon')

  await negeri.getByRole('link', { name: 'Perbaiki' }).click()
  await negeri.getByRole('link', { name: /^Ganti berkas/ }).click()
  const line = negeri.locator(`.rq > li[data-rule="${paper.replace('paper:', '')}"]`)
  await line
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
  await expect(line).toHaveAttribute('data-state', 'ok')
  await negeri.goto(`${new URL(negeri.url()).pathname}?langkah=periksa`)
  await expectSavedAtDinas(negeri)
  await negeri.getByRole('button', { name: 'Kirim lagi' }).click()
  await expect(negeri.getByText('Perbaikan sudah dikirim')).toBeVisible()
  await openCase(negeri, address)
  await expectStage(negeri, 'Diperiksa Negeri')
  await negeri.getByRole('button', { name: 'Bandingkan lama dan baru' }).click()
  await expect(negeri.locator('.viewer-half')).toHaveCount(2)
  await takePictures(negeri, 'compare')

  await checkEverything(negeri)
  await act(negeri, 'Teruskan')
  await expectStage(negeri, 'Diteruskan ke Dinas')
  const ona = await colleague('ona')
  await ona.run(id, { type: 'claim' })
  await ona.run(id, {
    type: 'returnToNegeri',
    faults: [{ code: 'FORM_UNSIGNED', instruction: 'Tanda tangani formulir F-1.02.' }],
  })
  await expectStage(negeri, 'Dikembalikan ke Negeri')
  await actFromList(negeri, 'Teruskan ke pemohon')
  await send(negeri, 'Teruskan ke pemohon')
  await expectStage(negeri, 'Dikembalikan ke Pemohon')
})

test('T22: the head does not approve a late birth', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('HEAD_APPROVAL', { kind: 'BIRTH_REGULAR', variant: 'late' })
  const head = await desk('kadis', address)
  await act(head, 'Tolak lahir terlambat')
  await writeIn(head, 'Alasan', 'Saksi kedua belum jelas.')
  await send(head, 'Tolak lahir terlambat')
  await expectStage(head, 'Validasi')
})

test('T27 T28: an issued document is wrong, the operator corrects it with a new draft', async ({
  aCaseIn,
  desk,
}) => {
  const { address } = await aCaseIn('ISSUED')
  const yopi = await desk('yopi', address)
  await actFromList(yopi, 'Laporkan salah')
  await writeIn(yopi, 'Apa yang salah', 'Tertulis Tuapeti, seharusnya Tuapetti.')
  await send(yopi, 'Laporkan salah')
  await expectStage(yopi, 'Perbaikan Dokumen')
  await act(yopi, 'Ambil')
  await act(yopi, 'Ajukan draf')
  await writeIn(yopi, 'Rujukan SIAK', 'SIAK-2026-0999')
  await yopi.getByLabel('Draf PDF dari SIAK').setInputFiles(await aPdf('Draf perbaikan'))
  await expect(yopi.getByText(/dokumen\.pdf/)).toBeVisible()
  await send(yopi, 'Ajukan draf')
  await expectStage(yopi, 'Validasi')

  // The PDF is drawn inside our own page, and turns and zooms like a photograph.
  await yopi.getByRole('button', { name: /^Draf SIAK/ }).click()
  await expect(yopi.locator('.viewer canvas')).toBeVisible()
  await expect
    .poll(() => yopi.locator('.viewer canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width))
    .toBeGreaterThan(300)
  await takePictures(yopi, 'case-pdf')
})

test('T29: a rejection takes two persons', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('VALIDATION')
  const tati = await desk('tati', address)
  const propose = async (ground: string) => {
    await actFromList(tati, 'Usulkan penolakan')
    await tati.getByRole('dialog').getByLabel('Alasan penolakan').selectOption('NOT_ENTITLED')
    await writeIn(tati, 'Dasar hukum', ground)
    await send(tati, 'Usulkan penolakan')
  }
  await propose('Perpres 96/2018: pemohon bukan keluarga dan tanpa kuasa.')
  await expect(tati.locator('.case-strip')).toContainText('mengusulkan penolakan')
  await expect(tati.locator('.case-foot')).toContainText('Orang lain yang memutuskan')

  const rukmini = await desk('rukmini', address)
  await act(rukmini, 'Batalkan usul penolakan')
  await writeIn(rukmini, 'Alasan', 'Surat kuasa ternyata ada.')
  await send(rukmini, 'Batalkan usul penolakan')
  await expect(tati.locator('.case-strip')).not.toContainText('mengusulkan penolakan')

  await propose('Perpres 96/2018: surat kuasa itu untuk orang lain.')
  await act(rukmini, 'Tolak')
  await expect(rukmini.getByRole('dialog')).toContainText('surat kuasa itu untuk orang lain')
  await send(rukmini, 'Tolak')
  await expectStage(tati, 'Ditolak')
})

test('T31 T32 T33: the supervisor holds, resumes, reassigns and escalates', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('VERIFICATION')
  const rukmini = await desk('rukmini', address)
  await actFromList(rukmini, 'Tangguhkan')
  await rukmini.getByRole('dialog').getByRole('button', { name: 'SIAK tidak dapat dibuka.' }).click()
  await expectAccessible(rukmini)
  await send(rukmini, 'Tangguhkan')
  await expectStage(rukmini, 'Ditangguhkan')
  await act(rukmini, 'Lanjutkan')
  await writeIn(rukmini, 'Alasan', 'SIAK sudah dibuka lagi.')
  await send(rukmini, 'Lanjutkan')
  await expectStage(rukmini, 'Verifikasi Dinas')

  await actFromList(rukmini, 'Alihkan')
  await rukmini.getByRole('dialog').getByRole('radio', { name: /^Yopi/ }).check()
  await writeIn(rukmini, 'Alasan', 'Ona sedang cuti.')
  await send(rukmini, 'Alihkan')
  await expect(rukmini.getByText(/Yopi Sahusilawa memegang sampai/)).toBeVisible()
  await actFromList(rukmini, 'Eskalasi')
  await writeIn(rukmini, 'Alasan', 'Sudah lewat dua hari.')
  await send(rukmini, 'Eskalasi')
  await expect(rukmini.locator('.case-who')).toContainText('Eskalasi 1')

  const yopi = await desk('yopi', address)
  await expect(yopi.getByText('Anda memegang')).toBeVisible()
})
