import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { caseIsOpen } from '../actions/desk.ts'
import { holdLiveLink } from '../actions/live-link.ts'
import type { LiveLink } from '../actions/live-link.ts'
import { takePictures } from '../actions/pictures.ts'

const staffNote = (page: Page) => page.getByRole('region', { name: 'Hanya staf', exact: true })
/** The editor itself, not what stands in its place until it is there. */
const editor = (page: Page) => staffNote(page).locator('.cm-content')

async function write(page: Page): Promise<void> {
  await caseIsOpen(page)
  await staffNote(page).getByRole('button', { name: 'Tulis bersama' }).click()
  await expect(editor(page)).toBeFocused()
}

test('two write one note at once, one of them without a line for a while; the other text is another place', async ({
  aCaseIn,
  desk,
}) => {
  const { address } = await aCaseIn('FORWARDED')
  let link: LiveLink | undefined
  const yopi = await desk('yopi', address)
  const ona = await desk('ona', address, { before: async (page) => (link = await holdLiveLink(page)) })
  await Promise.all([write(yopi), write(ona)])

  await yopi.keyboard.type('Bidan Wiwi ')
  await yopi.keyboard.insertText('membenarkan 29 April. ')
  await expect(editor(ona)).toContainText('Bidan Wiwi membenarkan 29 April.')
  await expect(editor(ona)).toContainText('Yopi') // whose caret it is
  await expect(staffNote(yopi).getByText(/Tersimpan di Dinas/)).toBeVisible()

  await link?.cut()
  await expect(staffNote(ona).getByRole('alert')).toContainText('Jangan tutup halaman ini')
  await ona.keyboard.press('Control+End')
  await ona.keyboard.insertText('KK asli sudah dilihat.')
  await yopi.keyboard.press('Control+End')
  await yopi.keyboard.insertText('NIK ibu 8101015203900008.')
  await expect(editor(yopi)).toContainText('8101••••••••0008')
  await expect(staffNote(ona).getByText('Belum di Dinas', { exact: true })).toBeVisible()
  await takePictures(ona, 'note-cut')
  link?.mend()
  for (const page of [yopi, ona]) {
    await expect(editor(page)).toContainText('KK asli sudah dilihat.')
    await expect(editor(page)).toContainText('8101••••••••0008')
    await expect(staffNote(page).getByText(/Tersimpan di Dinas/)).toBeVisible()
  }
  await expectAccessible(yopi)
  await takePictures(yopi, 'note-together')

  const shared = yopi.getByRole('region', { name: 'Untuk pemohon', exact: true })
  await expect(shared.getByText('Pemohon membaca ini')).toBeVisible()
  await expect(shared).not.toContainText('Bidan')
  await staffNote(yopi).getByRole('button', { name: 'Selesai menulis' }).click()
  await expect(staffNote(yopi).locator('.pad-text')).toContainText('KK asli sudah dilihat.')
})
