import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'

/** Does a command as the person of this page, without touching its screen: a colleague at another desk. */
export async function runAs(
  page: Page,
  caseId: string | undefined,
  command: { readonly type: string },
): Promise<void> {
  const origin = new URL(page.url()).origin
  const answer = await page.request.post('/api/trpc/case.run', {
    headers: { origin },
    data: { commandId: randomUUID(), caseId, seenVersion: 0, command },
  })
  expect(answer.ok()).toBe(true)
  const { result } = (await answer.json()) as { result: { data: unknown } }
  expect(JSON.stringify(result.data)).toMatch(/^\{"ok":true/)
}
