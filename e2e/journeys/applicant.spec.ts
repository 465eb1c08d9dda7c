import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { aPhoto } from '../actions/file-a-birth.ts'
import { expectSavedAtDinas } from '../actions/fill-a-form.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

const ASKED = 'Surat kepolisian buram. Foto ulang di tempat terang.'

test('an applicant with an account reads why the Dinas sent it back, mends it, and it returns to the same desk', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const made = await aCaseIn('VERIFICATION', { filedBy: 'warga', heldBy: 'ona' })
  const ona = await colleague('ona')
  const note = { noteId: crypto.randomUUID(), text: 'Pernah ditolak tahun lalu', visibility: 'internal' }
  await ona.run(made.id, { type: 'writeNote', ...note })
  const faults = [{ code: 'DOC_UNREADABLE', instruction: ASKED, ruleId: 'LOSS_REPORT' }]
  await ona.run(made.id, { type: 'returnToApplicant', faults }) // T12

  const page = await desk('warga', made.address)
  await expect(page.getByRole('button', { name: made.number })).toBeVisible()
  await expect(page.getByRole('region', { name: /hal yang diminta/ })).toContainText(ASKED)
  await expect(page.getByText(note.text)).toHaveCount(0)
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Perbaiki' }).click()
  await expect(page.getByRole('heading', { name: '1 hal perlu diperbaiki' })).toBeVisible()
  await expect(page.getByText(ASKED)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: /Ganti berkas/ }).click()
  const line = page.locator('.rq > li[data-rule=LOSS_REPORT]')
  await line
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
  await expect(line).toHaveAttribute('data-state', 'ok')
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
  await expectSavedAtDinas(page)
  await page.getByRole('button', { name: 'Kirim lagi', exact: true }).click()
  await expect(page.getByText('Perbaikan sudah dikirim')).toBeVisible()

  const { view } = await ona.read<{ view: { file: { stage: string; holder?: { name: string } } } }>(
    'case.open',
    { caseId: made.id },
  )
  expect(view.file).toMatchObject({ stage: 'VERIFICATION', holder: { name: 'Ona Patirane' } })
})
