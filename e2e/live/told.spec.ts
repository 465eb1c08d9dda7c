import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { caseIsOpen } from '../actions/desk.ts'
import { takePictures } from '../actions/pictures.ts'

test('who is called by name sees it counted, and comes to the very remark', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  await (await colleague('jafar')).write('notice.mark', { all: true, until: null, read: true })
  const { address, number } = await aCaseIn('VERIFICATION', { heldBy: 'ona' })
  const jafar = await desk('jafar', '/antrean/kk')
  const ona = await desk('ona', address)
  await caseIsOpen(ona)
  const remark = ona.getByLabel('Catatan baru')
  await remark.pressSequentially('Tolong lihat @lat')
  await expect(ona.getByRole('option', { name: /Jafar Latukau/ })).toBeVisible()
  await expectAccessible(ona)
  await takePictures(ona, 'mention')
  await remark.press('Enter')
  await expect(remark).toHaveValue('Tolong lihat @Jafar Latukau ')
  await expect(ona.getByText('Diberi tahu: Jafar Latukau')).toBeVisible()
  await remark.press('Control+Enter')

  // Pushed to wherever jafar is, and the number is that of the unread entries behind it.
  const bell = jafar.getByRole('navigation').getByRole('button', { name: /Kabar/ })
  await expect(bell).toContainText(/[1-9]/)
  await bell.click()
  const panel = jafar.getByRole('dialog', { name: 'Kabar' })
  const entry = panel.locator('.notice-list > li', { hasText: number })
  await expect(entry.getByText('Ona Patirane menyebut Anda')).toBeVisible()
  await expect
    .poll(async () => Number(await bell.locator('[data-unread]').getAttribute('data-unread')))
    .toBe(await panel.locator('.notice-list > li.new').count())
  await expectAccessible(jafar)
  await takePictures(jafar, 'notices')
  await entry.getByText('Ona Patirane menyebut Anda').click()
  await expect(jafar).toHaveURL(new RegExp(`${address}#catatan-`))
  await expect(jafar.locator('.case-note:focus')).toContainText('Tolong lihat @Jafar Latukau')
})
