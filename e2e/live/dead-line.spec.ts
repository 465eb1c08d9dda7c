import type { Browser } from '@playwright/test'
import { expect } from '@playwright/test'
import { test as base } from '../actions/colleague.ts'
import { lostCardAtDinas } from '../actions/lost-card.ts'
import { SwallowingLine } from '../actions/swallowing-line.ts'

type FarAway = { readonly browser: Browser; readonly line: SwallowingLine; kill(): void }

/** A browser of its own process, which reaches the server over a line in the test's hand. */
const test = base.extend<{ readonly farAway: FarAway }>({
  farAway: async ({ playwright, launchOptions, baseURL }, use) => {
    const line = await SwallowingLine.to(Number(new URL(baseURL ?? '').port))
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP 127.0.0.1 127.0.0.1:${line.port}`]
    const server = await playwright.chromium.launchServer({ ...launchOptions, args })
    const browser = await playwright.chromium.connect(server.wsEndpoint())
    await use({ browser, line, kill: () => void server.process().kill('SIGKILL') })
    await server.close()
    line.close()
  },
})

test('a server that swallows everything is named within 15 s, and who sits behind it is not shown as present', async ({
  colleague,
  desk,
  farAway,
}) => {
  const address = `/permohonan/${await lostCardAtDinas(await colleague('saparua'))}`
  const [ona, tati] = [await desk('ona', address), await desk('tati', address, farAway.browser)]
  await expect(ona.getByText('Tati Siahaya melihat')).toBeVisible()
  await expect(tati.locator('[data-connection=online]').last()).toBeVisible()
  expect(farAway.line.carried).toBeGreaterThan(0)
  farAway.line.silence()
  await expect(tati.locator('[data-connection=weak], [data-connection=dead]').last()).toBeVisible({
    timeout: 15_000,
  })
  await expect(ona.getByText('Tati Siahaya melihat')).toHaveCount(0, { timeout: 45_000 })
  await expect(tati.locator('[data-connection=dead]').last()).toBeVisible()
})

test('a browser whose power fails is gone from the case within 45 s', async ({
  colleague,
  desk,
  farAway,
}) => {
  const address = `/permohonan/${await lostCardAtDinas(await colleague('saparua'))}`
  const ona = await desk('ona', address)
  await desk('jafar', address, farAway.browser)
  await expect(ona.getByText('Jafar Latukau melihat')).toBeVisible()
  farAway.line.silence() // a machine without power does not close its connections
  farAway.kill()
  await expect(ona.getByText('Jafar Latukau melihat')).toHaveCount(0, { timeout: 45_000 })
})
