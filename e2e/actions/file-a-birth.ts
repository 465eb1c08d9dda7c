import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { chooseAnswer, goOnTo, write, writeDate } from './fill-a-form.ts'
import { aLetter } from './paper-photo.ts'

type Birth = { readonly child: string; readonly daysOld: number }
const ON_TIME: Birth = { child: 'Grasela Tuapeti', daysOld: 20 }

/** A day that is `days` ago in WIT, as it is typed: `4-11-2026`. */
export function daysAgo(days: number): string {
  const [year, month, day] = new Date(Date.now() + 9 * 3_600_000 - days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return `${Number(day)}-${Number(month)}-${year}`
}

/** A legible sheet of paper, as a phone sees it. */
export function aPhoto(): Promise<Buffer> {
  return aLetter()
}

/** Taken once more: the very photo that was sent back is not taken again. */
export function anotherPhoto(): Promise<Buffer> {
  return aLetter(8)
}

/** Chooses the kind and comes to the first question. */
export async function beginBirth(page: Page): Promise<void> {
  if (new URL(page.url()).pathname !== '/ajukan') await page.goto('/ajukan')
  await expect(async () => {
    await page.getByRole('button', { name: /Akta kelahiran/ }).click()
    await expect(page.getByRole('radio', { name: /orang tua diketahui/ })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByRole('radio', { name: /orang tua diketahui/ }).check()
  await page.getByRole('button', { name: 'Mulai isi' }).click()
  await expect(page.getByRole('heading', { name: 'Kapan anak lahir?' })).toBeVisible()
}

/** Answers every question of a birth on time, of a couple without a marriage book; ends at the papers. */
export async function answerBirth(page: Page, { child, daysOld }: Birth = ON_TIME): Promise<void> {
  await writeDate(page, 'Tanggal lahir', daysAgo(daysOld))
  await goOnTo(page, 'Siapa nama anak?')
  await write(page, 'Nama lengkap anak', child)
  await chooseAnswer(page, 'Jenis kelamin', 'Perempuan')
  await goOnTo(page, 'Di mana anak lahir?')
  await chooseAnswer(page, 'Tempat dilahirkan', 'Puskesmas')
  await write(page, /tempat lahir$/, 'Saparua')
  await goOnTo(page, 'Bagaimana kelahirannya?')
  await chooseAnswer(page, 'Jenis kelahiran', 'Tunggal')
  await write(page, 'Anak ke berapa', '2')
  await chooseAnswer(page, 'Penolong kelahiran', 'Bidan/perawat')
  await goOnTo(page, 'Ada surat keterangan kelahiran?')
  await chooseAnswer(page, 'Ada surat kelahiran', 'Ya')
  await goOnTo(page, 'Apakah orang tua menikah?')
  await chooseAnswer(page, /Ada buku nikah/, 'Tidak')
  await chooseAnswer(page, /KK menulis/, 'Ya')
  await goOnTo(page, 'Siapa ibunya?')
  await parent(page, 'ibu', 'Ona Tuapeti', '8101125203880007', '12-3-1988')
  await goOnTo(page, 'Siapa ayahnya?')
  await parent(page, 'ayah', 'Yopi Tuapeti', '8101121203860003', '12-3-1986')
  await goOnTo(page, 'Berapa No. KK orang tua?')
  await write(page, 'No. KK', '8101121203150003')
  await goOnTo(page, 'Siapa dua saksinya?')
  await witness(page, 0, 'Daud Kabalmay', '8101120101800001')
  await witness(page, 1, 'Mina Boiratan', '8101124101820002')
  await goOnTo(page, 'Siapa pemohonnya?')
  await write(page, 'Nama pemohon', 'Yopi Tuapeti')
  await write(page, 'NIK pemohon', '8101121203860003')
  await chooseAnswer(page, 'Pemohon adalah', 'Ayah')
  await goOnTo(page, 'Ke mana kabar dikirim?')
  await chooseAnswer(page, 'Kabar lewat', 'Kantor negeri')
  await goOnTo(page, 'Apakah semua sudah benar?')
  await chooseAnswer(page, 'Pernyataan kebenaran', 'Ya')
  await chooseAnswer(page, /Pemberitahuan privasi/, 'Ya')
  await goOnTo(page, 'Foto dokumen asli')
}

async function parent(
  page: Page,
  who: 'ibu' | 'ayah',
  name: string,
  nik: string,
  born: string,
): Promise<void> {
  await write(page, `Nama ${who}`, name)
  await chooseAnswer(page, 'Kewarganegaraan', 'WNI')
  await write(page, `NIK ${who}`, nik)
  await write(page, `Tempat lahir ${who}`, 'Saparua')
  await writeDate(page, `Tanggal lahir ${who}`, born)
}

async function witness(page: Page, index: number, name: string, nik: string): Promise<void> {
  const box = page.locator('fieldset.rowbox').nth(index)
  await write(box, 'Nama saksi', name)
  await write(box, 'NIK saksi', nik)
  await write(box, 'No. KK saksi', '8101121203150001')
  await chooseAnswer(box, 'Kewarganegaraan', 'WNI')
}

/** Gives a photo for every paper that is asked, and waits until the Dinas has them all. */
export async function givePapers(page: Page): Promise<void> {
  const buffer = await aPhoto()
  const lines = page.locator('.rq > li')
  await expect(lines.first()).toBeVisible()
  for (const line of await lines.all()) {
    await line
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
  }
  await expect(page.locator('.rq > li:not([data-state=ok])')).toHaveCount(0, { timeout: 60_000 })
}

/** Reads it back and submits; answers the case number. */
export async function submitForm(page: Page): Promise<string> {
  await goOnTo(page, 'Bacakan sebelum diajukan')
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click()
  const number = page.locator('[data-number]')
  await expect(number).toHaveText(/^AL-\d{2}-\d{5}$/)
  return number.innerText()
}

/** From nothing to a case number: what a petugas negeri does with a citizen beside them. */
export async function fileABirth(page: Page, birth: Birth = ON_TIME): Promise<string> {
  await beginBirth(page)
  await answerBirth(page, birth)
  await givePapers(page)
  return submitForm(page)
}
