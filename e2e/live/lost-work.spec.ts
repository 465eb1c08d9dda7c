import { expect } from '@playwright/test'
import { test } from '../actions/colleague.ts'
import { act } from '../actions/desk.ts'
import { write } from '../actions/fill-a-form.ts'

const WORDS = 'Nama kepala keluarga di laporan lain. Tulis seperti di KK.'

test('the answer to a note is lost twice: it is written once', async ({ aCaseIn, desk }) => {
  const { address } = await aCaseIn('FORWARDED')
  const ona = await desk('ona', address)
  let lost = 0
  await ona.route('**/api/trpc/case.run*', async (route) => {
    await route.fetch() // the server has done it
    if (lost++ < 2) return route.abort()
    return route.fallback()
  })
  await ona.getByLabel('Catatan baru').fill('Bidan membenarkan tanggal')
  await ona.getByRole('button', { name: 'Simpan catatan' }).click()
  await expect.poll(() => lost, { timeout: 20_000 }).toBeGreaterThan(2)
  await expect(ona.getByLabel('Catatan baru')).toHaveValue('')
  await ona.reload()
  await expect(ona.locator('.case-note').filter({ hasText: 'Bidan membenarkan tanggal' })).toHaveCount(1)
})

test('an act without signal on a case that was given to another: refused, kept as a proposal, nothing left waiting', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const { id: caseId, address } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
  const ona = await desk('ona', address)
  await act(ona, 'Kembalikan ke negeri')
  const dialog = ona.getByRole('dialog')
  await dialog.getByLabel('Alasan').selectOption('KK_MISMATCH')
  await dialog.getByLabel('Yang harus dilakukan').fill(WORDS)

  await ona.context().setOffline(true)
  await dialog.getByRole('button', { name: 'Kembalikan ke negeri', exact: true }).click()
  const rukmini = await colleague('rukmini')
  await rukmini.run(caseId, { type: 'reassign', reason: 'Ona tidak bersinyal.' })
  const yopi = await colleague('yopi')
  await yopi.run(caseId, { type: 'claim' })
  await ona.context().setOffline(false)

  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('Yopi Sahusilawa', { timeout: 20_000 })
  await expect(dialog.getByLabel('Yang harus dilakukan')).toHaveValue(WORDS)
  await dialog.getByRole('button', { name: 'Simpan sebagai catatan' }).click()
  await expect(ona.getByLabel('Catatan baru')).toHaveValue(new RegExp(WORDS.slice(0, 20)))

  await ona.getByRole('button', { name: 'Simpan catatan' }).click()
  await expect(ona.locator('.case-note').filter({ hasText: WORDS })).toHaveCount(1)

  let sent = 0
  ona.on('request', (request) => void (sent += request.url().includes('case.run') ? 1 : 0))
  await ona.reload()
  await expect(ona.locator('.case-note').filter({ hasText: WORDS })).toHaveCount(1)
  expect(sent).toBe(0)
  const { view } = await yopi.read<{ readonly view: { readonly file: object } }>('case.open', { caseId })
  expect(view.file).toMatchObject({ stage: 'VERIFICATION', holder: { name: 'Yopi Sahusilawa' } })
})

test('one field written on two devices without signal: both values are kept, and a person picks', async ({
  aCaseIn,
  desk,
}) => {
  const { id } = await aCaseIn('DRAFT', { applicant: 'Yohanis Tuapeti' })
  const address = `/ajukan/${id}?langkah=applicant`
  const [phone, office] = [await desk('saparua', address), await desk('saparua', address)]
  for (const [page, name] of [
    [phone, 'Yohanis Tuapeti Tua'],
    [office, 'Johanis Tuapeti'],
  ] as const) {
    await expect(page.getByLabel('Nama pemohon')).toBeVisible()
    await page.context().setOffline(true)
    await write(page, 'Nama pemohon', name)
    await expect(page.locator('[data-saved=device]')).toBeVisible()
  }
  await phone.context().setOffline(false)
  await expect(phone.locator('[data-saved=dinas]')).toBeVisible({ timeout: 20_000 })
  await office.context().setOffline(false)

  const note = office.getByRole('alert').filter({ hasText: 'diubah oleh dua orang' })
  await expect(note).toBeVisible({ timeout: 20_000 })
  await expect(note.getByRole('button', { name: /Tetap: .*TUAPETI TUA/i })).toBeVisible()
  await expect(phone.getByRole('alert').filter({ hasText: 'diubah oleh dua orang' })).toBeVisible()
  await note.getByRole('button', { name: /Pakai: Johanis Tuapeti$/i }).click()
  await expect(note).toHaveCount(0)
  await expect(phone.getByRole('alert').filter({ hasText: 'diubah oleh dua orang' })).toHaveCount(0)
  await expect(phone.getByLabel('Nama pemohon')).toHaveValue(/^johanis tuapeti$/i)
})
