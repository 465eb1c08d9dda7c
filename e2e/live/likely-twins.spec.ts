import { expect } from '@playwright/test'
import { sampleAnswers, sampleVariants } from '#domain/service/sample-answers.ts'
import { textIn } from '#domain/service/read-answers.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { caseIsOpen } from '../actions/desk.ts'
import { takePictures } from '../actions/pictures.ts'

test('what was filed twice is shown before the work, compared, merged, and the merge is undone', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const context = { random: Math.random, reportOn: localDateInWit(Date.now()), negeri: '81.01.12.2012' }
  const answers = sampleAnswers('KK_LOST', sampleVariants('KK_LOST')[0] ?? '', context)
  const first = await aCaseIn('SUBMITTED', { answers })
  const again = { ...answers, headName: `${textIn(answers, 'headName')}H` }
  const second = await aCaseIn('VERIFICATION', { answers: again, heldBy: 'ona' })

  const ona = await desk('ona', second.address)
  await caseIsOpen(ona)
  const banner = ona.getByRole('note').filter({ hasText: `Mungkin sama dengan ${first.number}` })
  await expect(banner).toContainText('No. KK sama')
  await takePictures(ona, 'likely-twin')

  await banner.getByRole('link', { name: 'Bandingkan' }).click()
  await expect(ona.getByRole('heading', { name: 'Apakah keduanya sama?' })).toBeVisible()
  await expect(ona.getByText(/\d+ sama, 1 berbeda/)).toBeVisible()
  await expectAccessible(ona)
  await takePictures(ona, 'compare-twins')
  await ona.getByRole('button', { name: 'Gabung…' }).click()
  const merge = ona.getByRole('dialog', { name: 'Gabung' })
  await merge.getByRole('radio', { name: new RegExp(first.number) }).check()
  await expect(merge).toContainText(`${second.number} berakhir`)
  await expectAccessible(ona)
  await merge.getByRole('button', { name: 'Gabung', exact: true }).click()
  await expect(ona.getByText(`Digabung. ${first.number} berjalan terus.`)).toBeVisible()

  const yopi = await colleague('yopi')
  const stage = async (caseId: string) =>
    (await yopi.read<{ view: { file: { stage: string } } }>('case.open', { caseId })).view.file.stage
  expect([await stage(first.id), await stage(second.id)]).toEqual(['SUBMITTED', 'CANCELLED'])

  await ona.getByRole('button', { name: 'Batalkan putusan…' }).click()
  await ona.getByLabel('Mengapa dibatalkan?').fill('Dua anak yang berbeda.')
  await ona.getByRole('button', { name: 'Batalkan putusan', exact: true }).click()
  await expect(ona.getByText('Putusan dibatalkan.')).toBeVisible()
  expect(await stage(second.id)).toBe('VERIFICATION')
})
