import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import {
  expectOnlyHere,
  expectWaiting,
  killTab,
  REPORT,
  seaLine,
  writeReportNumber,
} from '../actions/at-sea.ts'
import { test } from '../actions/colleague.ts'
import { aPdf } from '../actions/desk.ts'
import type { Colleague } from '../actions/over-http.ts'
import { takePictures } from '../actions/pictures.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

type Draft = {
  readonly answers: { readonly [field: string]: unknown }
  readonly papers: readonly { readonly fileId: string; readonly bytes: number }[]
}
const PAPERS = ['F102', 'LOSS_REPORT', 'KTP']

const form = (id: string, step = REPORT) => `/ajukan/${id}?langkah=${step}`
const heldAtDinas = async (officer: Colleague, caseId: string): Promise<Draft> =>
  (await officer.read<{ readonly draft: Draft }>('intake.open', { caseId })).draft

async function givePdf(page: Page, ruleId: string, words: string): Promise<Buffer> {
  const pdf = await aPdf(words)
  await page.locator(`.rq > li[data-rule=${ruleId}] input[type=file]`).last().setInputFiles(pdf)
  const line = page.locator(`.rq > li[data-rule=${ruleId}]`)
  await expect(line).toHaveAttribute('data-state', 'going')
  await expect(line).not.toContainText('Menyiapkan') // only now it is on the disk
  return pdf.buffer
}

test('words and papers survive a killed tab, and arrive once though the first answer is lost', async ({
  aCaseIn,
  desk,
  colleague,
}) => {
  const { id } = await aCaseIn('DRAFT')
  const page = await desk('saparua', form(id))
  const line = seaLine(page.context())
  await line.cut()
  await writeReportNumber(page, 'LP/77/2026')
  await expectOnlyHere(page)
  await page.goto(form(id, 'berkas'))
  const sent = [await givePdf(page, 'F102', 'formulir'), await givePdf(page, 'KTP', 'kartu')]
  await killTab(page)

  const again = await page.context().newPage()
  await again.goto('/kotak-keluar')
  await expectWaiting(again, 3)
  await again.getByText('Isi kiriman, 3').click()
  await expect(again.getByText('Formulir F-1.02').or(again.getByText('Foto berkas')).first()).toBeVisible()
  await expectAccessible(again)
  await takePictures(again, 'outbox')

  let lost = 0
  await line.answer(async (route) => {
    if (lost > 0 || route.request().method() !== 'POST') return route.continue()
    lost += 1
    await route.fetch()
    return route.abort()
  })
  await again.evaluate(() => window.dispatchEvent(new Event('online')))
  await expectWaiting(again, 0)
  expect(lost).toBe(1)
  const draft = await heldAtDinas(await colleague('saparua'), id)
  expect(draft.answers['lossReportNumber']).toBe('LP/77/2026')
  expect(draft.papers.map((paper) => paper.bytes)).toEqual(sent.map((bytes) => bytes.length))
  const stored = await again.request.get(`/papers/${draft.papers[0]?.fileId}`)
  const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(sum(await stored.body())).toBe(sum(sent[0] ?? Buffer.alloc(0)))
})

test('one that the Dinas refuses stays with its reason, and holds up no other', async ({
  aCaseIn,
  desk,
  colleague,
}) => {
  const [bad, good] = [await aCaseIn('DRAFT'), await aCaseIn('DRAFT')]
  const officer = await colleague('saparua')
  for (const ruleId of PAPERS) {
    const fileId = await officer.send(bad.id, (await aPdf(ruleId)).buffer)
    await officer.run(bad.id, { type: 'addPaper', fileId, ruleId })
  }
  const page = await desk('saparua', form(bad.id, 'periksa'))
  const line = seaLine(page.context())
  await line.cut()
  await page.getByRole('button', { name: 'Ajukan', exact: true }).click()
  await expect(page.locator('[data-handed-in=device]')).toBeVisible()
  await page.goto(form(good.id))
  await writeReportNumber(page, 'LP/78/2026')
  await expectOnlyHere(page)
  // Meanwhile a colleague empties what the other one needs.
  await officer
    .run(bad.id, { type: 'edit', changed: { lossReportNumber: null }, base: { lossReportNumber: null } })
    .catch(() => undefined)
  const now = await heldAtDinas(officer, bad.id)
  if (now.answers['lossReportNumber'] !== undefined)
    await officer.run(bad.id, {
      type: 'settleConflict',
      field: 'lossReportNumber',
      value: null,
    })

  await page.goto('/kotak-keluar')
  await line.mend()
  const refused = page.locator(`[data-case="${bad.id}"]`)
  await expect(refused).toHaveAttribute('data-state', 'attention')
  await expect(refused.getByRole('alert')).toContainText(/./)
  await expect(page.locator(`[data-case="${good.id}"]`)).toHaveAttribute('data-state', 'done')
  await page.reload()
  await expect(refused).toHaveAttribute('data-state', 'attention')
  await takePictures(page, 'outbox-attention')

  await refused.getByRole('button', { name: /^Buang/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Buang', exact: true }).click()
  await expectWaiting(page, 0)
})

test('two changed one field: both values are kept, and a person picks', async ({
  aCaseIn,
  desk,
  colleague,
}) => {
  const { id } = await aCaseIn('DRAFT')
  const page = await desk('saparua', form(id))
  const line = seaLine(page.context())
  await line.cut()
  const before = await page.getByLabel('Nomor surat dari Kepolisian').inputValue()
  await writeReportNumber(page, 'LP/MINE')
  await expectOnlyHere(page)
  const officer = await colleague('saparua')
  await officer.run(id, {
    type: 'edit',
    changed: { lossReportNumber: 'LP/THEIRS' },
    base: { lossReportNumber: before },
  })
  await line.mend()
  await expect(page.getByRole('button', { name: /LP\/THEIRS/ })).toBeVisible()
  await page.getByRole('button', { name: /LP\/MINE/ }).click()
  await expect.poll(async () => (await heldAtDinas(officer, id)).answers['lossReportNumber']).toBe('LP/MINE')
  await expect(page.locator('[data-saved=dinas]')).toBeVisible()
})

test('what was written to a case that went on without them is kept at the Dinas, and the outbox is empty', async ({
  aCaseIn,
  desk,
  colleague,
}) => {
  const { id } = await aCaseIn('DRAFT')
  const page = await desk('saparua', form(id))
  const line = seaLine(page.context())
  await line.cut()
  await writeReportNumber(page, 'LP/LATE')
  await expectOnlyHere(page)
  await (await colleague('saparua')).run(id, { type: 'discard' })
  await page.goto('/kotak-keluar')
  await line.mend()
  await expectWaiting(page, 0)
  await expect(page.locator(`[data-case="${id}"]`)).toContainText('disimpan Dinas sebagai usulan')
})

test('a harbour’s sign-in page is no answer, and a session that ended loses nothing', async ({
  aCaseIn,
  desk,
}) => {
  const { id } = await aCaseIn('DRAFT')
  const page = await desk('saparua', form(id))
  const context = page.context()
  const line = seaLine(context)
  await line.answer((route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/html',
      body: '<html>Selamat datang di WiFi pelabuhan</html>',
    }),
  )
  await writeReportNumber(page, 'LP/79/2026')
  await expectOnlyHere(page)
  await page.goto('/kotak-keluar')
  await expect(page.locator('[data-sender=waiting]')).toContainText('Dinas belum menjawab')
  await expectWaiting(page, 1)

  const cookies = await context.cookies()
  await context.clearCookies()
  await line.mend()
  await expect(page.locator('[data-sender=sign-in]')).toContainText('Anda perlu masuk lagi')
  await expectWaiting(page, 1)
  await context.addCookies(cookies)
  await line.mend()
  await expectWaiting(page, 0)
})

test('two tabs, one sender; when it is killed the other takes over', async ({ aCaseIn, desk }) => {
  const { id } = await aCaseIn('DRAFT')
  const first = await desk('saparua', '/kotak-keluar')
  await expectWaiting(first, 0)
  const second = await first.context().newPage()
  await second.goto(form(id))
  const asked: string[] = []
  first.context().on('request', (request) => {
    if (request.url().includes('/outbox/')) asked.push(request.method())
  })
  await writeReportNumber(second, 'LP/80/2026')
  await expect(second.locator('[data-saved=dinas]')).toBeVisible()
  expect(asked).toEqual(['POST'])
  await killTab(first)
  await writeReportNumber(second, 'LP/81/2026')
  await expect(second.locator('[data-saved=device]')).toBeVisible()
  await expect(second.locator('[data-saved=dinas]')).toBeVisible()
  expect(asked).toEqual(['POST', 'POST'])
})

test('paused, or only on request: nothing leaves before a person says so', async ({ aCaseIn, desk }) => {
  const { id } = await aCaseIn('DRAFT')
  const page = await desk('saparua', '/kotak-keluar')
  await expectWaiting(page, 0)
  await page.getByLabel(/Kirim hanya bila diminta/).check()
  await expect(page.getByRole('button', { name: /^Kirim sekarang/ })).toBeVisible()
  await page.goto(form(id))
  await writeReportNumber(page, 'LP/82/2026')
  await expectOnlyHere(page)
  await page.goto('/kotak-keluar')
  await expectWaiting(page, 1)
  await expect(page.locator('[data-meter]')).toContainText('1 permohonan')
  await page.getByRole('button', { name: /^Kirim sekarang/ }).click()
  await expectWaiting(page, 0)
})

test('a full phone says so, keeps what it had, sends words past the disk, and takes the photo when there is room', async ({
  aCaseIn,
  desk,
  colleague,
  baseURL,
}) => {
  const { id } = await aCaseIn('DRAFT')
  const origin = new URL(baseURL ?? '').origin
  const room = async (page: Page, quotaSize?: number) => {
    const browser = await page.context().newCDPSession(page)
    await browser.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize ? { quotaSize } : {}) })
  }
  const page = await desk('saparua', form(id, 'berkas'), { before: (blank) => room(blank, 6_000_000) })
  const pdf = await aPdf('besar')
  const big = { ...pdf, buffer: Buffer.concat([pdf.buffer, Buffer.alloc(8_000_000, '\n')]) }
  const line = page.locator('.rq > li[data-rule=KTP]')
  await line.locator('input[type=file]').last().setInputFiles(big)
  await expect(line.getByRole('alert')).toContainText('Ruang HP penuh')
  await page.goto(form(id))
  await writeReportNumber(page, 'LP/83/2026')
  await expect(page.locator('[data-saved=dinas]')).toBeVisible()

  // Not even a word fits any more: it goes over the line from the page.
  await room(page, 1)
  await writeReportNumber(page, 'LP/84/2026')
  await expect(page.locator('[data-saved=dinas]')).toBeVisible()
  await expect
    .poll(async () => (await heldAtDinas(await colleague('saparua'), id)).answers['lossReportNumber'])
    .toBe('LP/84/2026')

  await room(page)
  await page.goto(form(id, 'berkas'))
  await line.locator('input[type=file]').last().setInputFiles(pdf)
  await expect(line).toHaveAttribute('data-state', 'ok')
})
