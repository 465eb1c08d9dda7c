import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { test as base } from '@playwright/test'
import type { Stage } from '#domain/case/stage.ts'
import type { CaseWanted, MadeCase } from './make-case.ts'
import { makeCase } from './make-case.ts'
import { Colleague, enterAs } from './over-http.ts'

type Signed = {
  readonly colleague: Colleague
  readonly state: Awaited<ReturnType<APIRequestContext['storageState']>>
}
type House = {
  /** Whoever has been signed in by this worker: once, and for all its tests. */
  readonly signedIn: (username: string) => Promise<Signed>
}
type DeskOptions = {
  /** Another browser than that of the test. */
  readonly on?: Browser
  /** What is to be done before the address is opened. */
  readonly before?: (page: Page) => Promise<unknown>
}
type Office = {
  /** Someone of the house who works without a screen. */
  readonly colleague: (username: string) => Promise<Colleague>
  /** A screen of its own, signed in; `address` is open on it. */
  readonly desk: (username: string, address: string, options?: DeskOptions) => Promise<Page>
  /** A case of this test's own: `await aCaseIn('FORWARDED', { heldBy: 'ona' })`. Never look for one in the seed. */
  readonly aCaseIn: (stage: Stage, wanted?: CaseWanted) => Promise<MadeCase>
}

/**
 * The test of this house. People are signed in over HTTP, once per worker: a test of signing in, or one that ends
 * sessions, takes people whom nobody else uses (dorkas, mince, hanafi, bupati) and signs them in itself.
 */
export const test = base.extend<Office, House>({
  signedIn: [
    async ({ playwright }, use, { project }) => {
      const { baseURL = '' } = project.use
      const known = new Map<string, Promise<Signed>>()
      const open: APIRequestContext[] = []
      await use((username) => {
        const signed = known.get(username) ?? signIn(username)
        known.set(username, signed)
        return signed
      })
      await Promise.all(open.map((http) => http.dispose()))

      async function signIn(username: string): Promise<Signed> {
        const extraHTTPHeaders = { origin: new URL(baseURL).origin }
        const http = await playwright.request.newContext({ baseURL, extraHTTPHeaders })
        open.push(http)
        await enterAs(http, username)
        return { colleague: new Colleague(http), state: await http.storageState() }
      }
    },
    { scope: 'worker' },
  ],
  colleague: async ({ signedIn }, use) => {
    await use(async (username) => (await signedIn(username)).colleague)
  },
  aCaseIn: async ({ colleague }, use) => {
    await use((stage, wanted) => makeCase(colleague, stage, wanted))
  },
  desk: async ({ browser, signedIn }, use) => {
    const open: BrowserContext[] = []
    await use(async (username, address, { on = browser, before } = {}) => {
      const { state } = await signedIn(username)
      const context = await on.newContext({ storageState: state })
      open.push(context)
      const page = await context.newPage()
      await before?.(page)
      await page.goto(address)
      return page
    })
    await Promise.all(open.map((context) => context.close().catch(() => undefined)))
  },
})
