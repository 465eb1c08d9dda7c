import type { Page } from '@playwright/test'

const DEMO_PASSWORD = 'perahu-cengkih-kora-kora'

/** Name and password, as outside a demo. */
export async function signInWith(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  if (!new URL(page.url(), 'http://nowhere').pathname.startsWith('/masuk')) await page.goto('/masuk')
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}
