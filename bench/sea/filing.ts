import type { Page } from '@playwright/test'
import type { Figure } from '../report.ts'
import { median } from '../report.ts'
import type { Island } from './island.ts'
import { settle } from './island.ts'

type Pressed = { readonly here: number; readonly there: number }

/** An application whose photos are at the Dinas already: from "Ajukan" until it is safe here, and until it is there. */
export async function measureFiling(island: Island): Promise<readonly Figure[]> {
  const { site, line, options } = island
  const phone = await island.phone()
  line.breadth(Infinity)
  const page = await phone.page()
  await page.goto(`${site.base}/ajukan`)
  await settle(phone, page)
  const [here, there, bytes]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < options.rounds; round += 1) {
    line.breadth(Infinity)
    await page.goto(`${site.base}/ajukan/${await phone.draft(true)}?langkah=periksa`)
    await page.getByRole('button', { name: 'Ajukan', exact: true }).waitFor()
    await page.waitForTimeout(2_500) // what comes along with a page is over
    line.breadth()
    const before = line.bytes
    const pressed = await press(page)
    here.push(pressed.here)
    there.push(pressed.there)
    bytes.push(line.bytes - before)
  }
  await phone.context.close()
  return [
    {
      figure: 'from "Ajukan" to "Tersimpan di HP"',
      value: median(here),
      unit: 'ms',
      target: { of: 'value', most: 100 },
    },
    {
      figure: 'from "Ajukan" to "Tersimpan di Dinas"',
      value: median(there),
      unit: 'ms',
      limit: line.roundTripMs,
      target: { of: 'value', most: 4_000 },
    },
    {
      figure: 'the same: bytes both ways',
      value: median(bytes) / 1024,
      unit: 'KB',
      target: { of: 'value', most: 3 },
    },
  ]
}

/** By the page's own clock, frame by frame. */
function press(page: Page): Promise<Pressed> {
  return page.evaluate(
    () =>
      new Promise<Pressed>((resolve) => {
        const button = [...document.querySelectorAll('button')].find(
          (one) => one.textContent.trim() === 'Ajukan',
        )
        const begun = performance.now()
        let here: number | undefined
        const look = () => {
          const now = performance.now() - begun
          if (document.querySelector('[data-saved=device], [data-handed-in]')) here ??= now
          if (document.querySelector('[data-handed-in=dinas]')) resolve({ here: here ?? now, there: now })
          else requestAnimationFrame(look)
        }
        button?.click()
        requestAnimationFrame(look)
      }),
  )
}
