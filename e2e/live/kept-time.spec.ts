import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { expectAccessible } from '../actions/accessible.ts'
import type { Colleague } from '../actions/over-http.ts'
import { test } from '../actions/colleague.ts'
import { takePictures } from '../actions/pictures.ts'

/** A working Thursday that no seed and no other test has anything to do with. */
const FREE_DAY = '2035-03-08'

type OutageView = {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly reach: string
  readonly from: number
  readonly reason: string
  readonly to: number | null
}

/** Ended by whoever declared it, so that no other test's clocks stand still. */
async function endAll(supervisor: Colleague, reason: string): Promise<void> {
  const outages = await supervisor.read<readonly OutageView[]>('time.outages')
  for (const { id, version, kind, reach, from, to } of outages.filter((one) => one.reason === reason)) {
    if (to !== null) continue
    const known = { id, seenVersion: version, kind, reach, from, to, reason, withdrawn: true }
    await supervisor.write('time.changeOutage', known)
  }
}

test('an outage is declared once: the negeri sees it, and a clock on another screen stands still', async ({
  desk,
  colleague,
  aCaseIn,
}, info) => {
  const reason = `Server pusat tidak menjawab (${info.parallelIndex}-${info.retry})`
  const made = await aCaseIn('SIAK_ENTRY', { negeri: 'nolloth' })
  const [supervisor, village, operator] = await Promise.all([
    desk('rukmini', '/gangguan'),
    desk('nolloth', '/kabar'),
    desk(
      'yopi',
      `/antrean/kartu-keluarga?tampilan=semua&cari=${made.number}`.replace('kartu-keluarga', 'kk'),
    ),
  ])
  const chip = operator.locator('tr[data-case] .sla').first()
  await expect(chip).toBeVisible()
  await expect(chip).not.toHaveClass(/gangguan/)
  await supervisor.getByRole('button', { name: 'Nyatakan gangguan…' }).click()
  await supervisor
    .getByLabel('Jangkauan')
    .selectOption({ label: 'Saparua Timur' })
    .catch(() => undefined)
  await supervisor.getByLabel('Keterangan').fill(reason)
  await expect(supervisor.locator('.preview')).toContainText('tenggat akan bergeser')
  await supervisor.getByRole('button', { name: 'Nyatakan gangguan', exact: true }).click()
  try {
    await expect(village.locator('.outage-band')).toContainText('SIAK tidak menjawab sejak', {
      timeout: 8_000,
    })
    await expect(chip).toHaveClass(/gangguan/)
    // What a page is born with knows it too: it is not drawn by the rules that the house was installed with.
    const born = await operator.request.get(made.address)
    expect(await born.text()).toContain(reason)
    await expect(supervisor.locator('.outages')).toContainText(reason)
    await expect(supervisor.getByRole('status').filter({ hasText: 'tenggat bergeser' })).toBeVisible({
      timeout: 15_000,
    })
    await expectAccessible(supervisor)
    await takePictures(supervisor, 'outages')
    await takePictures(village, 'notices')
  } finally {
    await endAll(await colleague('rukmini'), reason)
  }
  await expect(village.locator('.outage-band')).toBeHidden({ timeout: 8_000 })
  await expect(chip).not.toHaveClass(/gangguan/)
})

test('a day off is entered: the year shows it, and it says how many due moments move', async ({ desk }) => {
  const page = await desk('admin', '/admin/waktu')
  await expect(page.locator('.year table')).toHaveCount(12)
  await expectAccessible(page)
  await takePictures(page, 'calendar')
  const years = Number(FREE_DAY.slice(0, 4)) - Number(await page.locator('.cal-head h2').textContent())
  for (let year = 0; year < years; year += 1) await page.getByLabel('Tahun berikut').click()
  const form = page.locator('.day-form').first()
  await form.getByLabel('Tanggal').fill(FREE_DAY)
  await form.getByLabel('Nama hari').fill('Hari jadi kabupaten')
  await form.getByLabel('Dasar').fill('SK Bupati 12/2035')
  await expect(form.locator('.preview')).toContainText(/tenggat akan bergeser|yang dihitung/)
  await form.getByRole('button', { name: 'Tambah hari' }).click()
  await expect(page.locator('.day-list').getByText('Hari jadi kabupaten')).toBeVisible()
  await expect(page.locator(`.year td.off[title^="${FREE_DAY}"]`)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'bergeser' }).first()).toBeVisible()
  await page.getByRole('button', { name: /Tarik Hari jadi kabupaten/ }).click()
  await expect(page.locator(`.year td.off[title^="${FREE_DAY}"]`)).toHaveCount(0)
})

/** The rows behind a link of the wall, read when the list is complete. */
async function rowsBehind(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await expect(page.locator('.list[data-ready=true]')).toBeVisible()
  const rows = page.locator('.rows')
  return (await rows.count()) === 0 ? 0 : Number(await rows.getAttribute('data-rows')) // an empty list has none
}

test('each number of the wall is the list behind it', async ({ desk, aCaseIn }) => {
  test.setTimeout(120_000)
  await aCaseIn('FORWARDED', { negeri: 'tulehu' })
  const wall = await desk('rukmini', '/papan')
  const service = wall.getByRole('region', { name: 'Kartu Keluarga' })
  const open = service.locator('.big')
  await expect(open).not.toHaveText(/–|^0$/)
  await expectAccessible(wall)
  const list = await desk('rukmini', '/akun')
  // Others work meanwhile: number and list are read until both have heard the same.
  for (const link of [
    open,
    service.locator('.late .n, .zero .n').first(),
    service.locator('.wall-stages a').nth(1),
  ]) {
    const address = (await link.getAttribute('href')) ?? ''
    await expect
      .poll(
        async () => {
          const listed = await rowsBehind(list, address)
          return (
            listed - Number((await link.locator('b').or(link).first().textContent())?.replaceAll(/\D/g, ''))
          )
        },
        { timeout: 30_000 },
      )
      .toBe(0)
  }
  await expect(async () => {
    const bars = await service.locator('.wall-stages b').allTextContents()
    const sum = bars.map((text) => Number(text.replaceAll(/\D/g, ''))).reduce((all, n) => all + n, 0)
    expect(sum).toBe(Number((await open.textContent())?.replaceAll(/\D/g, '')))
  }).toPass({ timeout: 30_000 })
  await takePictures(wall, 'wall')
})
