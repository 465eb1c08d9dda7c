import { expect } from '@playwright/test'
import { test } from '../actions/colleague.ts'
import { act, caseIsOpen } from '../actions/desk.ts'
import { aFamilyName } from '../actions/make-case.ts'

test('by keys alone: many chosen, taken in one go, and given back within ten seconds', async ({
  aCaseIn,
  desk,
}) => {
  const family = aFamilyName()
  const names = ['Beni', 'Ester', 'Wiwi'].map((name) => `${name} ${family}`)
  const free = await Promise.all(names.map((applicant) => aCaseIn('FORWARDED', { applicant })))
  const page = await desk('ona', `/antrean/saya?tampilan=semua&cari=${family}`)
  await expect(page.locator('.list[data-ready=true]')).toBeVisible()
  await expect(page.locator('tr[data-case]')).toHaveCount(free.length)
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.locator('.selbar')).toContainText('3 bisa diambil')
  await page.keyboard.press('a')
  await expect(page.locator('.toast')).toContainText('3 diambil')
  await expect(page.locator('.results')).toContainText('3 berhasil')
  await expect(page.locator('tr[data-case] .held')).toHaveCount(3)
  await page.keyboard.press('z')
  await expect(page.locator('tr[data-case] .held')).toHaveCount(0)
  await expect(page.locator('.results')).toContainText('3 diurungkan: pemegangnya kembali')
})

test('a late act is laid before the present holder, who takes it over; both names stay on record', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const words = 'Tanda tangan kepala keluarga belum ada di formulir.'
  const { id, address } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
  const ona = await desk('ona', address)
  await act(ona, 'Kembalikan ke negeri')
  const dialog = ona.getByRole('dialog')
  await dialog.getByLabel('Alasan').selectOption('FORM_UNSIGNED')
  await dialog.getByLabel('Yang harus dilakukan').fill(words)
  await (await colleague('rukmini')).run(id, { type: 'reassign', reason: 'Ona tidak bersinyal.' })
  await (await colleague('yopi')).run(id, { type: 'claim' })
  await dialog.getByRole('button', { name: 'Ajukan sebagai usulan' }).click()

  const yopi = await desk('yopi', address)
  await caseIsOpen(yopi)
  const proposal = yopi.locator('[data-proposal]')
  await expect(proposal).toContainText('Usulan dari Ona')
  await expect(proposal).toContainText(words)
  await proposal.getByRole('button', { name: 'Terima usulan' }).click()
  await expect(yopi.locator('.late-done')).toContainText('diterima Yopi Sahusilawa')
  // Letters typed before the palette is there act on no case.
  await yopi.keyboard.press('Control+k')
  await yopi.keyboard.type('u')
  await expect(yopi.getByRole('combobox')).toBeVisible()
  await expect(yopi).toHaveURL(new RegExp(id))
  const { view } = await (
    await colleague('yopi')
  ).read<{ readonly view: { readonly file: object } }>('case.open', { caseId: id })
  expect(view.file).toMatchObject({
    stage: 'RETURNED_NEGERI',
    proposals: [{ by: { name: 'Ona Patirane' }, settled: { taken: true, by: { name: 'Yopi Sahusilawa' } } }],
  })
})
