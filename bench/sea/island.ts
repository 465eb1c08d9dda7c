import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import { situationOf } from '#domain/case/form.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { loadCase } from '#server/case/load-case.ts'
import { runCommand } from '#server/case/run-command.ts'
import { sessionOf } from '#server/auth/session.ts'
import { openBrowser } from '../browser/chromium.ts'
import type { Site } from '../browser/site.ts'
import { openSite } from '../browser/site.ts'
import type { Options } from '../report.ts'
import { SEA, SlowLine } from './slow-line.ts'

export const NEGERI = '81.01.12.2012'
const CPU_SLOWER = 4
const PIN = '274190'
const KEPT_WITHIN_MS = 240_000
const ORIGIN = { address: '127.0.0.1', device: 'bench' }

/** A house at the Dinas, the line to it, and phones of officers who have never been here. */
export type Island = {
  readonly options: Options
  readonly site: Site
  readonly line: SlowLine
  readonly browser: Browser
  /** A fresh phone of a new officer: nothing cached, nothing kept. */
  phone(): Promise<Phone>
  close(): Promise<void>
}

export type Phone = {
  readonly context: BrowserContext
  readonly cookie: string
  /** A page with the CPU held back. */
  page(): Promise<Page>
  /** A draft at the Dinas with every answer; with every paper too, unless told not to. */
  draft(papers: boolean): Promise<string>
}

export async function openIsland(options: Options): Promise<Island> {
  let serverPort = 0
  const line = await SlowLine.open(() => serverPort, {
    ...SEA,
    seed: Number(options.more['seed'] ?? SEA.seed),
  })
  const site = await openSite(addPlaces, (port) => {
    serverPort = port
    return Promise.resolve(`http://127.0.0.1:${line.port}`)
  })
  const browser = await openBrowser()
  return {
    options,
    site,
    line,
    browser,
    phone: () => openPhone(site, browser),
    async close() {
      await browser.close()
      line.close()
      await site.close()
    },
  }
}

async function addPlaces({ shell }: Site['rig']): Promise<void> {
  await shell.pool.query(
    `insert into region (code, name, level) values ('81.01', 'KABUPATEN MALUKU TENGAH', 'kabupaten'),
       ('81.01.12', 'Saparua', 'kecamatan'), ($1, 'Saparua', 'negeri_desa') on conflict do nothing`,
    [NEGERI],
  )
}

async function openPhone(site: Site, browser: Browser): Promise<Phone> {
  const { name, value } = await site.cookieFor('NEGERI_OFFICER', NEGERI)
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    locale: 'id-ID',
    timezoneId: 'Asia/Jayapura',
  })
  await context.addCookies([{ name, value, url: site.base }])
  const session = await sessionOf(site.rig.shell, `${name}=${value}`)
  if (session === null) throw new Error('the officer is not signed in')
  const actor = session.person
  return {
    context,
    cookie: `${name}=${value}`,
    async page() {
      const page = await context.newPage()
      const cdp: CDPSession = await context.newCDPSession(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER })
      page.setDefaultNavigationTimeout(180_000)
      return page
    },
    async draft(papers) {
      const { shell } = site.rig
      const caseId = randomUUID()
      const answers = fitAnswers('KK_LOST', localDateInWit(Date.now()))
      const run = (command: Parameters<typeof runCommand>[2]['command']) =>
        runCommand(shell, actor, { commandId: randomUUID(), caseId, seenVersion: 0, command }, ORIGIN)
      await run({ type: 'create', service: 'KK', kind: 'KK_LOST', negeri: NEGERI, answers })
      const made = await loadCase(shell, caseId)
      if (made === undefined) throw new Error('the draft was not made')
      for (const rule of papers ? (kindOf('KK', 'KK_LOST')?.papers ?? []) : []) {
        if (rule.neededWhen?.(situationOf(made, Date.now())) === false) continue
        const fileId = randomUUID()
        await shell.pool.query(
          "insert into stored_file (id, owner_id, case_id, state, mime, bytes, sha256) values ($1, $2, $3, 'ready', 'image/jpeg', 1000, $4)",
          [fileId, actor.id, caseId, 'a'.repeat(64)],
        )
        await run({ type: 'addPaper', fileId, ruleId: rule.id })
      }
      return caseId
    },
  }
}

/** Signed in, with a PIN, everything kept that opens without a network. */
export async function settle(phone: Phone, page: Page): Promise<void> {
  await page.getByLabel(/PIN baru/).fill(PIN)
  await page.getByLabel(/sekali lagi/).fill(PIN)
  await page.getByRole('button', { name: 'Pasang PIN' }).click()
  await page.getByText('Pasang PIN untuk HP ini').waitFor({ state: 'detached', timeout: 60_000 })
  const isKept = async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    const room = await (await caches.open('satu-hp')).match('/-/ruang')
    return registration?.active?.state === 'activated' && room !== undefined
  }
  for (const begun = Date.now(); !(await page.evaluate(isKept)); await page.waitForTimeout(250))
    if (Date.now() - begun > KEPT_WITHIN_MS) throw new Error('the phone has not kept what it needs')
}
