import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'

type Within = Page | Locator

export async function chooseAnswer(within: Within, question: string | RegExp, answer: string): Promise<void> {
  await within.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click()
}

/** `writeDate(page, 'Tanggal lahir', '29-4-2026')` into the three boxes. */
export async function writeDate(within: Within, question: string | RegExp, date: string): Promise<void> {
  const boxes = within.getByRole('group', { name: question })
  const [day = '', month = '', year = ''] = date.split('-')
  await boxes.getByLabel('Tanggal', { exact: true }).fill(day)
  await boxes.getByLabel('Bulan', { exact: true }).fill(month)
  await boxes.getByLabel('Tahun', { exact: true }).fill(year)
}

export async function write(within: Within, question: string | RegExp, words: string): Promise<void> {
  const box = within.getByLabel(question)
  await box.fill(words)
  await box.blur()
}

/** Lanjut, and the page named by its question is there. */
export async function goOnTo(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Lanjut', exact: true }).click()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

/** Both marks: on this device and at the Dinas. */
export async function expectSavedAtDinas(page: Page): Promise<void> {
  await expect(page.locator('[data-saved=dinas]')).toBeVisible({ timeout: 20_000 })
}
