import type { Figure } from '../report.ts'
import { median } from '../report.ts'
import type { Island } from './island.ts'

/** The network looks well and nothing comes through: how long until the screen says so. */
export async function measureDeadLine(island: Island): Promise<readonly Figure[]> {
  const { site, line, options } = island
  const noticed: number[] = []
  for (let round = 0; round < options.rounds; round += 1) {
    const phone = await island.phone()
    line.breadth(Infinity)
    const page = await phone.page()
    await page.goto(`${site.base}/ajukan`)
    await page.locator('[data-connection=online]').first().waitFor({ timeout: 60_000 })
    line.breadth()
    line.silence()
    const begun = performance.now()
    await page.locator('[data-connection=weak], [data-connection=dead]').first().waitFor({ timeout: 60_000 })
    noticed.push((performance.now() - begun) / 1000)
    line.cut() // what hangs on it ends
    line.mend()
    await phone.context.close()
  }
  return [
    {
      figure: 'a dead line is noticed after',
      value: median(noticed),
      unit: 's',
      target: { of: 'value', most: 15 },
    },
  ]
}
