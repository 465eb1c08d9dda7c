import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { act, caseIsOpen, send } from '../actions/desk.ts'
import { aLetter } from '../actions/paper-photo.ts'
import { takePictures } from '../actions/pictures.ts'

test('what is pinned on the paper is the return; only that is mended, and each pin waits for its answer', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const { id, address } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
  const [ona, negeri] = await Promise.all([desk('ona', address), desk('saparua', address)])
  await Promise.all([caseIsOpen(ona), caseIsOpen(negeri)])
  await ona.locator('.case-thumb', { hasText: 'Surat keterangan hilang' }).click()

  // By keys: a cross that arrows move, Enter puts it; then what is wrong there.
  await ona.keyboard.press('p')
  await expect(ona.getByRole('group', { name: /^Taruh pin di/ })).toBeFocused()
  for (const key of ['ArrowRight', 'ArrowUp', 'Shift+ArrowUp', 'Enter']) await ona.keyboard.press(key)
  const fresh = ona.getByRole('form', { name: 'Pin baru' })
  await fresh.getByLabel('Apa yang salah').selectOption('DOC_UNREADABLE')
  await fresh.getByRole('button', { name: 'Taruh pin' }).click()
  await expect(ona.locator('.pin-drop[data-pin="1"]')).toBeVisible()

  // By hand: a box. Another screen that never asked for it has both at once, with the place.
  await ona.keyboard.press('b')
  const sheet = await ona.locator('.pin-draw').boundingBox()
  if (!sheet) throw new Error('nothing to draw on')
  const [x, y] = [sheet.x + sheet.width / 2, sheet.y + sheet.height / 2]
  await ona.mouse.move(x - 60, y + 30)
  await ona.mouse.down()
  await ona.mouse.move(x + 60, y + 80, { steps: 4 })
  await ona.mouse.up()
  await fresh.getByLabel('Apa yang salah').selectOption('FORM_UNSIGNED')
  await fresh.getByLabel('Catatan', { exact: true }).fill('Minta cap dan tanda tangan Polsek.')
  await fresh.getByRole('button', { name: 'Taruh pin' }).click()
  await expect(negeri.getByRole('region', { name: 'Pin di berkas' })).toContainText('2 terbuka')
  await negeri
    .getByRole('button', { name: /Pin 2.*belum ditandatangani/ })
    .first()
    .click()
  const thread = negeri.getByRole('group', { name: 'Catatan pin 2' })
  await thread.getByLabel('Jawab').fill('Polsek buka hari Senin.')
  await thread.getByRole('button', { name: 'Kirim' }).click()
  await expect(ona.getByRole('region', { name: 'Pin di berkas' })).toContainText('1 jawaban')
  await expectAccessible(ona)
  await takePictures(ona, 'pins')

  // The return is those pins: one line, in their words.
  await act(ona, 'Kembalikan ke negeri')
  const dialog = ona.getByRole('dialog')
  await expect(dialog.locator('fieldset.fault')).toHaveCount(1)
  await expect(dialog).toContainText('Pin 1, 2')
  await expect(dialog.getByLabel('Yang harus dilakukan')).toHaveValue(/Foto ulang.*\n2\. Minta cap/)
  await takePictures(ona, 'pins-return')
  await send(ona, 'Kembalikan ke negeri')

  // The negeri sees where, may replace that page, and no other.
  await negeri.goto(`/ajukan/${id}`)
  await expect(negeri.locator('.pinned-at')).toHaveCount(2)
  await expectAccessible(negeri)
  await takePictures(negeri, 'pins-repair')
  await negeri.getByRole('link', { name: /Ganti berkas/ }).click()
  const line = negeri.locator('.rq > li[data-rule=LOSS_REPORT]')
  await expect(negeri.locator('.rq > li', { hasText: 'Terkunci' }).first()).toBeVisible()
  await expect(negeri.locator('.rq > li', { hasText: 'Terkunci' }).locator('input[type=file]')).toHaveCount(0)
  await takePictures(negeri, 'pins-locked')
  const photo = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await aLetter() }
  await line.locator('input[type=file]').last().setInputFiles(photo)
  await expect(line).toHaveAttribute('data-state', 'ok')
  const officer = await colleague('saparua')
  await officer.run(id, { type: 'repair', answers: [] })

  // Back at the same desk: both pages, and nothing goes on before each is answered.
  const panel = ona.getByRole('region', { name: '2 hal yang Anda minta' })
  await expect(panel).toContainText('0 dari 2 dipastikan')
  await expect(ona.getByRole('group', { name: 'Lama' })).toBeVisible()
  await expect(ona.getByRole('group', { name: 'Baru' })).toBeVisible()
  await expect(ona.getByText('Pastikan 2 hal lagi dulu')).toBeVisible()
  const places = () =>
    ona
      .locator('.viewer-page')
      .evaluateAll((pages) => pages.map((page) => (page as HTMLElement).style.transform))
  await ona.keyboard.press('+')
  await expect.poll(async () => new Set(await places()).size).toBe(1)
  await expectAccessible(ona)
  await takePictures(ona, 'pins-compare')
  await ona.keyboard.press('y')
  await expect(panel).toContainText('1 dari 2 dipastikan')
  await ona.keyboard.press('n')
  await expect(panel.locator('.pin-card[data-pin="2"]')).toContainText('Belum')
  await expect(ona.getByText('Pastikan 1 hal lagi dulu')).toBeVisible()

  // A second return has what is not good yet in it already.
  await act(ona, 'Kembalikan ke negeri')
  await expect(dialog.locator('fieldset.fault')).toHaveCount(1)
  await expect(dialog.getByLabel('Yang harus dilakukan')).toHaveValue('Minta cap dan tanda tangan Polsek.')
  await dialog.getByRole('button', { name: 'Kembali', exact: true }).click()
  await panel.locator('.pin-card[data-pin="2"]').getByRole('button', { name: 'Ubah jawaban' }).click()
  await ona.keyboard.press('y')
  await expect(panel).toContainText('2 dari 2 dipastikan')
  await act(ona, 'Terima lengkap')
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('checkbox').last().check()
  await send(ona, 'Terima lengkap')
})
