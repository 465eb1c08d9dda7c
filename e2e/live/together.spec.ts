import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { caseIsOpen } from '../actions/desk.ts'
import { aFamilyName } from '../actions/make-case.ts'
import { takePictures } from '../actions/pictures.ts'

test('three at one case: who looks at which paper, points where, writes what, and has it open in the list', async ({
  aCaseIn,
  desk,
}) => {
  const applicant = `Ana ${aFamilyName()}`
  const { address, id } = await aCaseIn('VERIFICATION', { heldBy: 'ona', applicant })
  const list = await desk('rukmini', `/antrean/kk?tampilan=semua&cari=${encodeURIComponent(applicant)}`)
  const [yopi, ona] = [await desk('yopi', address), await desk('ona', address)]
  await caseIsOpen(yopi)
  await caseIsOpen(ona)
  await expect(list.locator(`[data-case="${id}"] .av.see`)).toHaveAttribute('title', /^Yopi Sahusilawa/)

  const second = ona.locator('.case-thumb').nth(1)
  const paper = await second.locator('.name').innerText()
  await yopi.locator('.case-thumb').nth(1).click()
  await second.click()
  await expect(ona.locator('.case-who [role=status]')).toHaveText(
    new RegExp(`Yopi Sahusilawa melihat ${paper}`),
  )
  await expect(second.locator('.seen-by .av')).toHaveAttribute('title', /^Yopi Sahusilawa/)

  // The same spot of the paper, however the other one has turned it.
  await ona.getByRole('button', { name: 'Putar' }).click()
  const stage = await yopi.locator('.viewer-stage').boundingBox()
  if (!stage) throw new Error('no stage')
  const pointer = ona.locator('.pointer')
  await expect(async () => {
    await yopi.mouse.move(stage.x + stage.width / 2 + Math.random() * 9, stage.y + stage.height / 2)
    await expect(pointer).toHaveText('Yopi', { timeout: 300 })
  }).toPass()
  await takePictures(ona, 'together')

  await yopi.getByLabel('Catatan baru').fill('Bidan membenarkan')
  await expect(ona.getByRole('region', { name: 'Catatan' }).locator('.seen-by .av')).toHaveAttribute(
    'title',
    /menulis catatan$/,
  )
  await expectAccessible(ona)
  await yopi.close()
  await expect(ona.locator('.seen-by, .pointer')).toHaveCount(0)
  await expect(list.locator(`[data-case="${id}"] .av.see`)).toHaveCount(0)
})

test('nothing that a colleague does moves what is read or takes what is typed', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const { address, id } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
  const tati = await desk('tati', address)
  await caseIsOpen(tati)
  await tati.locator('.case-thumb').nth(1).click()
  await tati.keyboard.press('+')
  await tati.getByRole('button', { name: /^(Tindakan lain|Lainnya)$/ }).click()
  const note = tati.getByLabel('Catatan baru')
  await note.fill('Nama ayah di akta nikah lain')
  await note.evaluate((area: HTMLTextAreaElement) => {
    area.focus({ preventScroll: true })
    area.setSelectionRange(5, 9)
  })
  const screen = () =>
    tati.evaluate(() => ({
      typed: document.querySelector<HTMLTextAreaElement>('#catatan')?.value,
      caret: [
        document.querySelector<HTMLTextAreaElement>('#catatan')?.selectionStart,
        document.activeElement?.id,
      ],
      paper: document.querySelector('.case-thumb.on')?.getAttribute('title')?.split(':')[0],
      zoom: document.querySelector<HTMLElement>('.viewer-page')?.style.transform,
      menu: [...document.querySelectorAll('.case-menu li button')].map((one) => one.firstChild?.textContent),
    }))
  const before = await screen()
  expect(before.menu.length).toBeGreaterThan(1)

  const ona = await colleague('ona')
  const { view } = await ona.read<{
    readonly view: { readonly file: { readonly checklist: readonly { readonly ruleId: string }[] } }
  }>('case.open', { caseId: id })
  for (const { ruleId } of view.file.checklist) await ona.run(id, { type: 'checkItem', ruleId, result: 'ok' })
  await ona.run(id, {
    type: 'writeNote',
    noteId: id.replace(/.$/, '0'),
    text: 'Sudah ditelepon',
    visibility: 'internal',
  })
  await ona.run(id, { type: 'release' })
  await expect(tati.locator('.case-note').filter({ hasText: 'Sudah ditelepon' })).toBeVisible()
  await expect(tati.getByText(/Dipegang Ona/)).toHaveCount(0)
  expect(await screen()).toEqual(before)
})
