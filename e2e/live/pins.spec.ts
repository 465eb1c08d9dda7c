import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { act, caseIsOpen, send } from '../actions/desk.ts'
import type { Colleague } from '../actions/over-http.ts'
import { aLetter } from '../actions/paper-photo.ts'
import { takePictures } from '../actions/pictures.ts'

test('a pin and a box on a paper are on every open screen at once, with their thread, and become the return', async ({
  aCaseIn,
  desk,
}) => {
  const { address } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
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
  await expect(fresh).toHaveCount(0)

  // By hand: a box. Another screen that never asked for it has both, with the place.
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
  await expectAccessible(negeri)
  await takePictures(ona, 'pins')
  await takePictures(negeri, 'pins-thread')

  // The return is those pins: one line for their paper, in their words.
  await act(ona, 'Kembalikan ke negeri')
  const dialog = ona.getByRole('dialog')
  await expect(dialog.locator('fieldset.fault')).toHaveCount(1)
  await expect(dialog).toContainText('Pin 1, 2')
  await expect(dialog.getByLabel('Yang harus dilakukan')).toHaveValue(/Foto ulang.*\n2\. Minta cap/)
  await takePictures(ona, 'pins-return')
  await send(ona, 'Kembalikan ke negeri')
})

test('only what was pinned is mended; old and new lie side by side, and each pin waits for its answer', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const { id, address } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
  await returnByPins(await colleague('ona'), id)

  // The negeri sees where it is; it may replace that page, and no other.
  const negeri = await desk('saparua', `/ajukan/${id}`)
  await expect(negeri.locator('.pinned-at')).toHaveCount(2)
  await expectAccessible(negeri)
  await takePictures(negeri, 'pins-repair')
  await negeri.getByRole('link', { name: /Ganti berkas/ }).click()
  const line = negeri.locator('.rq > li[data-rule=LOSS_REPORT]')
  const locked = negeri.locator('.rq > li', { hasText: 'Terkunci' })
  await expect(locked.first()).toBeVisible()
  await expect(locked.locator('input[type=file]')).toHaveCount(0)
  await takePictures(negeri, 'pins-locked')
  const photo = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await aLetter() }
  await line.locator('input[type=file]').last().setInputFiles(photo)
  await expect(line).toHaveAttribute('data-state', 'ok')
  await (await colleague('saparua')).run(id, { type: 'repair', answers: [] })

  // Back at the same desk nothing goes on before each is answered.
  const ona = await desk('ona', address)
  const panel = ona.getByRole('region', { name: '2 hal yang Anda minta' })
  await expect(panel).toContainText('0 dari 2 dipastikan')
  await expect(ona.getByText('Pastikan 2 hal lagi dulu')).toBeVisible()
  for (const name of ['Lama', 'Baru']) await expect(ona.getByRole('group', { name })).toBeVisible()
  const places = () =>
    ona
      .locator('.viewer-page')
      .evaluateAll((pages) => pages.map((page) => (page as HTMLElement).style.transform))
  await expectAccessible(ona)
  await takePictures(ona, 'pins-compare')
  await ona.keyboard.press('+')
  await expect.poll(async () => new Set(await places()).size).toBe(1) // one move, two pages
  await ona.keyboard.press('y')
  await expect(panel).toContainText('1 dari 2 dipastikan')
  await ona.keyboard.press('n')
  const second = panel.locator('.pin-card[data-pin="2"]')
  await expect(second).toContainText('Belum')
  await expect(ona.getByText('Pastikan 1 hal lagi dulu')).toBeVisible()
  await second.getByRole('button', { name: 'Ubah jawaban' }).click()
  await ona.keyboard.press('y')
  await expect(panel).toContainText('2 dari 2 dipastikan')
  await act(ona, 'Terima lengkap')
  await expect(ona.getByRole('dialog')).toBeVisible()
})

/** Everything is in order but one paper, on which two things are pinned: it goes back with them. */
async function returnByPins(operator: Colleague, id: string): Promise<void> {
  type Read = {
    readonly view: {
      readonly file: {
        readonly checklist: readonly { readonly ruleId: string }[]
        readonly papers: readonly { readonly fileId: string; readonly ruleId: string }[]
      }
    }
  }
  const { file } = (await operator.read<Read>('case.open', { caseId: id })).view
  const [ruleId = '', ...also] = file.checklist.map((item) => item.ruleId)
  await operator.run(id, { type: 'checkItem', ruleId, result: 'ok', also })
  const fileId = file.papers.find((paper) => paper.ruleId === 'LOSS_REPORT')?.fileId
  const pins = [randomUUID(), randomUUID()]
  const place = { fileId, page: 1, box: { x: 0.3, y: 0.3, w: 0.4, h: 0.05 } }
  await operator.run(id, { type: 'pinPaper', pinId: pins[0], ...place, code: 'DOC_UNREADABLE' })
  const stamp = { x: 0.6, y: 0.7, w: 0.25, h: 0.1 }
  const words = { code: 'FORM_UNSIGNED', text: 'Minta cap dan tanda tangan Polsek.' }
  await operator.run(id, { type: 'pinPaper', pinId: pins[1], ...place, box: stamp, ...words })
  const instruction = 'Foto ulang di tempat terang, dengan cap Polsek.'
  const faults = [{ code: 'DOC_UNREADABLE', instruction, ruleId: 'LOSS_REPORT', pins }]
  await operator.run(id, { type: 'returnToNegeri', faults })
}
