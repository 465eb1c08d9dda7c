import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { expectSavedAtDinas } from '../actions/fill-a-form.ts'
import { act, aPdf, checkEverything, expectStage, openCase, send } from '../actions/desk.ts'
import { anotherPhoto, fileABirth } from '../actions/file-a-birth.ts'
import { takePictures } from '../actions/pictures.ts'

// The main job, in three browsers at once: a negeri files, the Dinas decides, every screen knows.
test('a late birth goes from Saparua through the whole house, and every screen knows', async ({
  colleague,
  desk,
}) => {
  test.setTimeout(240_000)
  const applicant = 'Yopi Tuapeti'
  const list = '/antrean/akta-kelahiran?tampilan=semua&cari=Tuapeti'
  const [negeri, ona, yopi] = [
    await desk('saparua', '/ajukan'),
    await desk('ona', list),
    await desk('yopi', list),
  ]

  // 1. The negeri files, checks and forwards.
  const number = await fileABirth(negeri, { child: 'Salomina Tuapeti', daysOld: 75 })
  const short = number.replace('AL-', '')
  await negeri.getByRole('link', { name: 'Buka permohonan' }).click()
  await expect(negeri.getByRole('heading', { name: 'Isian formulir' })).toBeVisible()
  const address = new URL(negeri.url()).pathname
  await act(negeri, 'Ambil')
  await checkEverything(negeri)
  await act(negeri, 'Teruskan')
  await expectStage(negeri, 'Diteruskan ke Dinas')

  // 2. It arrives at both desks without a touch; Ona takes it.
  const onaRow = ona.locator('[data-case]').filter({ hasText: short })
  const yopiRow = yopi.locator('[data-case]').filter({ hasText: short })
  await expect(onaRow).toContainText('Diteruskan ke Dinas')
  await expect(yopiRow).toContainText('Diteruskan ke Dinas')
  await takePictures(yopi, 'queue')
  await openCase(ona, address)
  await act(ona, 'Ambil')
  await expect(ona.getByText('Anda memegang')).toBeVisible()
  await takePictures(ona, 'case')
  await expectAccessible(ona)

  // 3. Yopi sees who holds it and cannot take it.
  await expect(yopiRow).toContainText('Verifikasi Dinas')
  await expect(yopiRow.getByTitle(/Ona Patirane/).first()).toBeVisible()
  const yopiCase = await yopi.context().newPage()
  await openCase(yopiCase, address)
  await expect(yopiCase.locator('.case-foot').getByRole('button', { name: /^Ambil/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expect(yopiCase.locator('.case-foot')).toContainText('Ona Patirane')

  // Ona returns it with a coded reason; the negeri sees it come back.
  await act(ona, 'Kembalikan ke negeri')
  const dialog = ona.getByRole('dialog')
  const fault = dialog.locator('fieldset.fault').first()
  if ((await fault.count()) === 0) await dialog.getByRole('button', { name: 'Tambah hal' }).click()
  await fault.getByLabel('Alasan').selectOption('DOC_UNREADABLE')
  await fault.getByLabel('Berkas atau isian').selectOption('paper:KK')
  await expect(fault.getByLabel('Yang harus dilakukan')).not.toHaveValue('')
  await takePictures(ona, 'return')
  await send(ona, 'Kembalikan ke negeri')
  await expectStage(negeri, 'Dikembalikan ke Negeri')
  await expect(yopiRow).toContainText('Dikembalikan ke Negeri')

  // It is mended and comes back to the same stage and the same desk.
  await negeri.getByRole('link', { name: 'Perbaiki' }).click()
  await negeri.getByRole('link', { name: /^Ganti berkas/ }).click()
  const line = negeri.locator('.rq > li[data-rule=KK]')
  await line
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'kk.jpg', mimeType: 'image/jpeg', buffer: await anotherPhoto() })
  await expect(line).toHaveAttribute('data-state', 'ok', { timeout: 30_000 })
  await negeri.goto(`${new URL(negeri.url()).pathname}?langkah=periksa`)
  await expectSavedAtDinas(negeri)
  await negeri.getByRole('button', { name: 'Kirim lagi' }).click()
  await expectStage(ona, 'Verifikasi Dinas')
  await expect(ona.getByText('Anda memegang')).toBeVisible()

  // Other tests file children of the same parents: they are told apart before anything is accepted.
  const caseId = address.split('/').at(-1) ?? ''
  const operator = await colleague('ona')
  const { view } = await operator.read<{
    readonly view: { readonly likely: readonly { readonly caseId: string }[] }
  }>('case.open', { caseId })
  for (const { caseId: other } of view.likely)
    await operator.run(caseId, {
      type: 'dismissTwin',
      other,
      reason: 'Kakak dan adik, bukan anak yang sama.',
    })

  // 4. SIAK, validation by another person, the head for a late birth, signature, delivery, closing.
  await checkEverything(ona)
  await act(ona, 'Terima lengkap')
  for (const box of await ona.getByRole('dialog').getByRole('checkbox').all()) await box.check()
  await send(ona, 'Terima lengkap')
  await expectStage(ona, 'Entri SIAK')
  await act(ona, 'Ajukan draf')
  await ona.getByLabel('Rujukan SIAK').fill('SIAK-2026-0417')
  await ona.getByLabel('Draf PDF dari SIAK').setInputFiles(await aPdf('Draf akta'))
  await expect(ona.getByText(/dokumen\.pdf/)).toBeVisible()
  await send(ona, 'Ajukan draf')
  await expectStage(ona, 'Validasi')

  const tati = await desk('tati', address)
  await act(tati, 'Ambil')
  await act(tati, 'Setujui')
  await expectStage(tati, 'Persetujuan Kepala Dinas')

  const head = await desk('kadis', address)
  await act(head, 'Setujui lahir terlambat')
  await head.getByLabel('Nomor keputusan').fill('474.1/88/2026')
  await send(head, 'Setujui lahir terlambat')
  await expectStage(head, 'Menunggu TTE')

  await openCase(ona, address)
  await act(ona, 'Ambil')
  await act(ona, 'Catat terbit')
  const signed = ona.getByRole('dialog')
  await signed.getByLabel('Penanda tangan').fill('Petrus Lawalata')
  for (const [index, box] of (await signed.locator('fieldset.fault').all()).entries()) {
    await box.getByLabel('Nomor dokumen').fill(`8101-LT-24112026-000${index + 1}`)
    const pdf = box.getByLabel('PDF bertanda tangan')
    if ((await pdf.count()) > 0) {
      await pdf.setInputFiles(await aPdf(`Dokumen ${index + 1}`))
      await expect(box.getByText(/dokumen\.pdf/)).toBeVisible()
    }
  }
  await send(ona, 'Catat terbit')
  await expectStage(ona, 'Terbit')

  await openCase(negeri, address)
  await act(negeri, 'Serahkan')
  await negeri.getByRole('dialog').getByLabel('Diterima oleh').fill(applicant)
  await send(negeri, 'Serahkan')
  await expectStage(negeri, 'Diserahkan')
  await act(negeri, 'Konfirmasi terima')
  await expectStage(negeri, 'Selesai')
  await expectAccessible(negeri)
  await expect(yopi.locator('[data-case]:not(.gone)').filter({ hasText: short })).toHaveCount(0)
})
