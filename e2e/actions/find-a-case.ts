import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { openCase } from './desk.ts'

/** The family of every case that a test files: those belong to that test. */
const FILED = 'Tuapeti'

type Wanted = {
  readonly place?: string
  readonly stage: string
  readonly search?: string
  readonly nth?: number
}

/** Opens a sample case that stands in this stage and that nobody holds, and answers its address. */
export async function openOneIn(
  page: Page,
  { place = 'saya', stage, search, nth = 0 }: Wanted,
): Promise<string> {
  const words = search === undefined ? '' : `&cari=${encodeURIComponent(search)}`
  await page.goto(`/antrean/${place}?tampilan=semua&tahap=${stage}&pemegang=kosong${words}`)
  const row = page.locator('[data-case]').filter({ hasNotText: FILED }).nth(nth)
  await expect(row).toBeVisible()
  const address = `/permohonan/${await row.getAttribute('data-case')}`
  await openCase(page, address)
  return address
}

/** Opens the list of everything else that this person may do, and chooses one. */
export async function actFromList(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^(Tindakan lain|Lainnya)$/ }).click()
  await page
    .locator('.case-menu')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}
