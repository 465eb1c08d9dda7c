import type { Figure, Options } from './report.ts'
import { measureDeadLine } from './sea/dead-line.ts'
import { measureDeploy } from './sea/deploy.ts'
import { measureFiling } from './sea/filing.ts'
import { measureFirstVisit } from './sea/first-visit.ts'
import type { Island } from './sea/island.ts'
import { openIsland } from './sea/island.ts'
import { measureNextVisit } from './sea/next-visit.ts'
import { measurePhotos } from './sea/photos.ts'
import { measureWaiting } from './sea/waiting.ts'

const PARTS: Readonly<Record<string, (island: Island) => Promise<readonly Figure[]>>> = {
  first: measureFirstVisit,
  next: measureNextVisit,
  filing: measureFiling,
  waiting: measureWaiting,
  dead: measureDeadLine,
  photos: measurePhotos,
  deploy: measureDeploy,
}
/** What a small run shows in some seconds: that it opens without a network and that nothing is doubled. */
const QUICK = ['next', 'waiting']

/**
 * A petugas negeri on an island: real Chromium with the CPU four times slower, behind a line of 64 kbit/s, 800 ms and
 * 10 % loss that is cut. `--part next` measures one part. Limits are what the line itself needs for the bytes.
 */
export async function measure(options: Options): Promise<readonly Figure[]> {
  const asked = options.more['part']
  const parts = asked ? [asked] : options.quick ? QUICK : Object.keys(PARTS)
  const island = await openIsland(options)
  const figures: Figure[] = []
  try {
    for (const part of parts) figures.push(...((await PARTS[part]?.(island)) ?? []))
  } finally {
    await island.close()
  }
  return figures
}
