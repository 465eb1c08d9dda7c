import type { Page } from '@playwright/test'

/** Masuk sebagai …, with one click, as the demo offers it. `who` is the name of the person on the button. */
export async function signInAs(page: Page, who: string): Promise<void> {
  await page.goto('/masuk')
  await page
    .getByRole('button', { name: new RegExp(who) })
    .first()
    .click()
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk') && !url.pathname.startsWith('/api'))
}
