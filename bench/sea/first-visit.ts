import { visitUntil } from '../browser/chromium.ts'
import type { Figure } from '../report.ts'
import { median } from '../report.ts'
import type { Island } from './island.ts'

/** A page of the form with fields to type into: one that is answered opens at its papers by itself. */
const QUESTION = 'loss'

/** Nothing is on the phone yet: the first page of all, and on another new phone the first form. */
export async function measureFirstVisit(island: Island): Promise<readonly Figure[]> {
  const { site, line, options } = island
  const [readable, usable, bytes]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < options.rounds; round += 1) {
    const phone = await island.phone()
    const [shown = NaN] = await visitUntil(await phone.page(), `${site.base}/ajukan`, ['h1.title'])
    readable.push(shown)
    await phone.context.close()
    const other = await island.phone()
    const caseId = await other.draft(false)
    const before = line.bytes
    const [field = NaN] = await visitUntil(
      await other.page(),
      `${site.base}/ajukan/${caseId}?langkah=${QUESTION}`,
      ['.intake .field input'],
    )
    usable.push(field)
    bytes.push(line.bytes - before)
    await other.context.close()
  }
  return [
    {
      figure: 'first visit ever: readable',
      value: median(readable),
      unit: 'ms',
      target: { of: 'value', most: 3_000 },
    },
    {
      figure: 'first visit ever, straight into a form: it takes answers',
      value: median(usable),
      unit: 'ms',
      limit: (1000 * median(bytes)) / line.bytesPerSecond,
      target: { of: 'value', most: 25_000 },
    },
    { figure: 'the same: bytes until then', value: median(bytes) / 1024, unit: 'KB' },
  ]
}
