import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { chooseAnswer, goOnTo, write, writeDate } from './fill-a-form.ts'
import { daysAgo } from './file-a-birth.ts'

const PIN = '274190'

/** Signed in on a phone for the first time: sets the PIN, and waits until everything is here that opens without signal. */
export async function settleIn(page: Page): Promise<void> {
  await page.getByLabel(/^PIN baru/).fill(PIN)
  await page.getByLabel('Ketik PIN sekali lagi').fill(PIN)
  await page.getByRole('button', { name: 'Pasang PIN' }).click()
  await expect(page.getByRole('heading', { name: 'Pasang PIN untuk HP ini' })).toHaveCount(0)
  await expect.poll(() => page.evaluate(isKept), { timeout: 60_000 }).toBe(true)
}

async function isKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration()
  const room = await (await caches.open('satu-hp')).match('/-/ruang')
  return registration?.active?.state === 'activated' && room !== undefined
}

/** The phone was put away: its key is gone, and only the PIN opens it. */
export async function enterPin(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('PIN', { exact: true }).fill(pin)
  await page.getByRole('button', { name: 'Buka', exact: true }).click()
}

/** A lost family card, from the list of services to the papers; ends there. */
export async function fillLostCard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Kartu Keluarga/ }).click()
  await page.getByRole('radio', { name: /^KK hilang/ }).check()
  await page.getByRole('button', { name: 'Mulai isi' }).click()
  await expect(page.getByRole('heading', { name: 'Siapa pemohonnya?' })).toBeVisible()
  await chooseAnswer(page, 'Pemohon adalah', 'Anggota KK yang sama')
  await write(page, 'Nama pemohon', name)
  await write(page, 'NIK pemohon', '8101121203860003')
  await goOnTo(page, 'Ke mana kabar dikirim?')
  await chooseAnswer(page, 'Kabar lewat', 'Kantor negeri')
  await goOnTo(page, 'KK mana yang hilang?')
  await write(page, 'No. KK', '8101121203150003')
  await write(page, 'Nama kepala keluarga', name)
  await goOnTo(page, 'Apa kata surat kehilangan?')
  await write(page, 'Nomor surat dari Kepolisian', 'SKTLK/12/XI/2026')
  await writeDate(page, 'Tanggal surat', daysAgo(3))
  await goOnTo(page, 'Apakah semua sudah benar?')
  await chooseAnswer(page, 'Pernyataan kebenaran', 'Ya')
  await chooseAnswer(page, /Pemberitahuan privasi/, 'Ya')
  await goOnTo(page, 'Foto dokumen asli')
}
