import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { localDateInWit } from '#domain/shared/local-date.ts'
import type { Policy, TimeRules } from '#domain/sla/time-rules.ts'
import { expectAccessible } from '../actions/accessible.ts'
import { test } from '../actions/colleague.ts'
import { aFamilyName } from '../actions/make-case.ts'
import type { Colleague } from '../actions/over-http.ts'
import { takePictures } from '../actions/pictures.ts'

const NEGERI = '81.01.14.2003'
/** A kind that no other test files: its stage may last twelve seconds and nobody else is late. */
const KIND = 'KK_DAMAGED'
const LIMIT_MINUTES = 0.2
const MOST_MS = 2_000

/** What an administration does: opens one negeri's office for the whole of today, and sets a standard for one kind. */
async function nearStandard(admin: Colleague): Promise<void> {
  const on = localDateInWit(Date.now())
  await admin.write('time.addDay', {
    office: NEGERI,
    on,
    kind: 'OPEN',
    name: 'Piket sehari penuh',
    source: 'Uji tayang',
    spans: [[0, 1440]],
  })
  const { rules } = await admin.read<{ readonly rules: TimeRules }>('time.rules', { known: -1 })
  const latest = rules.policies.reduce<Policy | undefined>(
    (best, one) => (!best || one.version > best.version ? one : best),
    undefined,
  )
  const standards = (latest?.standards ?? []).filter((one) => one.kind !== KIND)
  const strict = {
    service: 'KK',
    kind: KIND,
    promise: { days: 3 },
    lawDays: 14,
    stages: { SUBMITTED: LIMIT_MINUTES },
  }
  await admin.write('time.setPolicy', {
    validFrom: on,
    source: 'Uji tayang',
    standards: [...standards, strict],
  })
}

/** The same of the clock on an open case; it was seen running before. */
async function clockTurnsLate(page: Page): Promise<number> {
  await page.locator('[data-clock="stage"]:not(.late)').waitFor()
  await page.locator('[data-clock="stage"].late').waitFor()
  return Date.now()
}

/** When the wall no longer says of this case that it will be late: it is, by this machine's clock. */
async function leavesTheWall(wall: Page, caseId: string): Promise<number> {
  const line = wall.locator(`.wall-next a[href$="${caseId}"]`)
  await line.waitFor()
  await line.waitFor({ state: 'detached' })
  return Date.now()
}

/** When the chip of this case turned late on a screen, by this machine's clock, which is the server's too. */
async function turnsLate(page: Page, caseId: string): Promise<number> {
  await page.locator(`tr[data-case="${caseId}"] .sla.lewat`).waitFor()
  return Date.now()
}

test('a breach is on every screen within two seconds of its moment: list, case, wall', async ({
  aCaseIn,
  colleague,
  desk,
}) => {
  const applicant = `Marwa ${aFamilyName()}`
  const list = `/antrean/kk?tampilan=semua&cari=${encodeURIComponent(applicant.split(' ')[1] ?? '')}`
  const [officer, supervisor, wall, open] = await Promise.all([
    desk('tulehu', list),
    desk('rukmini', list),
    desk('rukmini', '/papan'),
    desk('rukmini', '/akun'),
    colleague('admin').then(nearStandard),
  ])
  for (const page of [officer, supervisor]) await expect(page.locator('.list[data-ready=true]')).toBeVisible()
  await expect(wall.locator('.wall-service .big').first()).not.toHaveText('–')
  const made = await aCaseIn('SUBMITTED', { kind: KIND, negeri: 'tulehu', applicant })
  const [{ view }] = await Promise.all([
    (await colleague('rukmini')).read<{
      readonly view: { readonly file: { readonly submittedAt: number } }
    }>('case.open', { caseId: made.id }),
    open.goto(made.address, { waitUntil: 'commit' }),
  ])
  const dueAt = view.file.submittedAt + LIMIT_MINUTES * 60_000

  const [first, second, third, fourth] = await Promise.all([
    turnsLate(officer, made.id),
    turnsLate(supervisor, made.id),
    clockTurnsLate(open),
    leavesTheWall(wall, made.id),
  ])
  for (const at of [first, second, third, fourth]) expect(at - dueAt).toBeLessThanOrEqual(MOST_MS)
  for (const at of [first, second]) expect(at).toBeGreaterThanOrEqual(dueAt - 100)
})

test('a clock shows every interval it was counted from, and a month is replayed under another promise', async ({
  aCaseIn,
  desk,
}) => {
  const made = await aCaseIn('FORWARDED')
  const page = await desk('rukmini', made.address)
  await page.locator('[data-clock="stage"]').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/Terpakai .* dari 2 j/)).toBeVisible()
  await expect(dialog.getByText(/jam kerja|Istirahat|Akhir pekan|Libur|Cuti/i).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Batas hukum' }).click()
  await expect(dialog.getByText(/Hari kalender/).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Janji ke warga' }).click()
  await expect(dialog.locator('tbody tr').first()).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'waktu-dijelaskan')

  // This very case was submitted in the month that is replayed.
  await page.goto('/janji')
  await page.getByLabel('Bulan pengajuan').selectOption({ index: 0 })
  await expect(page.getByRole('rowheader', { name: 'Kartu Keluarga' })).toBeVisible()
  await page.getByRole('slider').fill('4')
  await expect(page.getByRole('columnheader', { name: 'Andai 4 hari kerja' })).toBeVisible()
  await expectAccessible(page)
  await takePictures(page, 'andai-janji')
})
