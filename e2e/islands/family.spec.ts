import { expect } from '@playwright/test'
import { test } from '../actions/colleague.ts'
import { aPhoto } from '../actions/file-a-birth.ts'
import { takePictures } from '../actions/pictures.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

type Draft = {
  readonly draft: {
    readonly answers: { readonly [field: string]: unknown }
    readonly papers: readonly { ruleId: string }[]
  }
}

test('a birth and its family card in one go: said once, photographed once, two cases', async ({
  aCaseIn,
  desk,
  colleague,
}) => {
  const { id } = await aCaseIn('DRAFT', { kind: 'BIRTH_REGULAR', negeri: 'nolloth' })
  const page = await desk('nolloth', `/ajukan/${id}?langkah=berkas`)
  const buffer = await aPhoto()
  for (const line of ['Kartu Keluarga orang tua', 'Surat keterangan kelahiran'])
    await page
      .locator('.rq > li', { hasText: line })
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
  await expect(page.locator('.rq > li[data-state=ok]')).toHaveCount(2)
  await takePictures(page, 'family-offer')

  await page.getByRole('button', { name: /^Ajukan KK berubah karena peristiwa penting sekalian/ }).click()
  await expect(page).not.toHaveURL(new RegExp(id))
  const other = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.goto(`/ajukan/${other}?langkah=berkas`)
  const given = (name: string) => page.locator('.rq > li[data-state=ok]', { hasText: name })
  await expect(given('KK lama')).toBeVisible()
  await expect(given('Surat keterangan kelahiran, atau F-2.03')).toBeVisible()
  await takePictures(page, 'family-card')

  const officer = await colleague('nolloth')
  await expect
    .poll(async () => (await officer.read<Draft>('intake.open', { caseId: other })).draft.papers.length)
    .toBe(2)
  const [birth, card] = await Promise.all(
    [id, other].map((caseId) => officer.read<Draft>('intake.open', { caseId })),
  )
  expect(card?.draft.answers).toMatchObject({
    event: 'BIRTH',
    eventName: birth?.draft.answers['childName'],
    noKk: birth?.draft.answers['noKk'],
  })
  const seen = await officer.read<{ view: { related: readonly { caseId: string }[] } }>('case.open', {
    caseId: id,
  })
  expect(seen.view.related.map((one) => one.caseId)).toEqual([other])
})
