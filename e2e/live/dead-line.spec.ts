import type { Browser } from '@playwright/test'
import { expect } from '@playwright/test'
import { test as base } from '../actions/colleague.ts'
import { SwallowingLine } from '../actions/swallowing-line.ts'

type FarAway = { readonly browser: Browser; readonly line: SwallowingLine; kill(): void }

/** A browser of its own process, which reaches the server over a line in the test's hand. */
const test = base.extend<{ readonly farAway: () => Promise<FarAway> }>({
  farAway: async ({ playwright, launchOptions, baseURL }, use) => {
    const closing: (() => Promise<void> | void)[] = []
    await use(async () => {
      const line = await SwallowingLine.to(Number(new URL(baseURL ?? '').port))
      const rule = `--host-resolver-rules=MAP 127.0.0.1 127.0.0.1:${line.port}`
      const args = [...(launchOptions.args ?? []), rule]
      const server = await playwright.chromium.launchServer({ ...launchOptions, args })
      const browser = await playwright.chromium.connect(server.wsEndpoint())
      closing.push(
        () => server.close(),
        () => line.close(),
      )
      return { browser, line, kill: () => void server.process().kill('SIGKILL') }
    })
    for (const close of closing) await close()
  },
})

test('a line that swallows everything is named within 15 s, and who sits behind it or lost power is gone within 45 s', async ({
  aCaseIn,
  desk,
  farAway,
}) => {
  test.setTimeout(120_000)
  const { address } = await aCaseIn('FORWARDED')
  const [swallowed, powerless] = await Promise.all([farAway(), farAway()])
  const ona = await desk('ona', address)
  const tati = await desk('tati', address, { on: swallowed.browser })
  await desk('jafar', address, { on: powerless.browser })
  const looking = (name: string) => ona.locator('.avs').getByTitle(new RegExp(`^${name}`))
  await expect(looking('Tati Siahaya')).toBeVisible()
  await expect(looking('Jafar Latukau')).toBeVisible()
  await expect(tati.locator('[data-connection=online]').last()).toBeVisible()
  expect(swallowed.line.carried).toBeGreaterThan(0)

  swallowed.line.silence()
  powerless.line.silence() // a machine without power does not close its connections
  powerless.kill()
  await expect(tati.locator('[data-connection=weak], [data-connection=dead]').last()).toBeVisible({
    timeout: 15_000,
  })
  await expect(looking('Tati Siahaya')).toHaveCount(0, { timeout: 45_000 })
  await expect(looking('Jafar Latukau')).toHaveCount(0, { timeout: 45_000 })
  await expect(tati.locator('[data-connection=dead]').last()).toBeVisible()
})
