import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'

/** The papers and the form of the case are on the screen. */
export async function caseIsOpen(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Isian formulir' })).toBeVisible()
}

export async function openCase(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await caseIsOpen(page)
}

/** The button in the foot of the case. */
export async function act(page: Page, name: string): Promise<void> {
  await page
    .locator('.case-foot')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

/** Opens the list of everything else that this person may do, and chooses one. */
export async function actFromList(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^(Tindakan lain|Lainnya)$/ }).click()
  await page
    .locator('.case-menu')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
}

/** Fills in an act's dialog and sends it; the dialog closes when the Dinas has it. */
export async function send(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

/** Marks every line of the checklist as in order. */
export async function checkEverything(page: Page): Promise<void> {
  const list = page.locator('.check > li')
  for (const line of await list.all()) {
    await line.locator('button.name').click()
    const ok = line.getByRole('button', { name: 'Sesuai' })
    await ok.click()
    await expect(ok).toHaveAttribute('aria-pressed', 'true')
  }
}

/** The stage as the Dinas has it: a screen shows it as soon as it is asked for, and says that it is still sending. */
export async function expectStage(page: Page, stage: string): Promise<void> {
  await expect(page.locator('.case-top').getByText(stage, { exact: true })).toBeVisible()
  await expect(page.locator('.case-foot .saved .pending')).toHaveCount(0)
}

/** A PDF as SIAK would give it, made up. */
export async function aPdf(words: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const document = await PDFDocument.create()
  document.addPage([300, 400]).drawText(words, { x: 30, y: 340, size: 14 })
  return { name: 'dokumen.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) }
}
