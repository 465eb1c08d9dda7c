import { judgePhoto } from '#domain/intake/legibility/judge-photo.ts'
import { scoreOf, SEEDS, tableOf } from './legibility/score.ts'
import type { Score } from './legibility/score.ts'
import { inChromium } from './legibility/in-chromium.ts'
import type { Figure, Options } from './report.ts'
import { median } from './report.ts'

/**
 * Labelled sets of generated photos: the one on which the thresholds were set, and three that were never looked at;
 * then the judge's time in a real Chromium that is slowed four times.
 */
export async function measure(options: Options): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [name, seeds] of Object.entries(SEEDS)) {
    const score = await scoreOf(seeds, (photo) => judgePhoto(photo).verdict, options.quick ? 6 : 1)
    process.stdout.write(`${tableOf(`${name} (seeds ${seeds.join(', ')})`, score)}\n\n`)
    figures.push(...figuresOf(name, score))
  }
  const slow = await inChromium(options.rounds)
  figures.push(
    {
      figure: 'judge, 2000 px photo, Chromium CPU ×4, median',
      value: median(slow.judge),
      unit: 'ms',
      target: { of: 'value', most: 400 },
    },
    {
      figure: 'judge, the same, slowest',
      value: Math.max(...slow.judge),
      unit: 'ms',
      target: { of: 'value', most: 400 },
    },
    { figure: 'the same in a worker, not slowed', value: median(slow.worker), unit: 'ms' },
  )
  return figures
}

function figuresOf(name: string, score: Score): readonly Figure[] {
  return [
    { figure: `${name}: photos`, value: score.photos, unit: '' },
    {
      figure: `${name}: unreadable caught`,
      value: (100 * score.caught) / score.unreadable,
      unit: '%',
      target: { of: 'value', least: 95 },
    },
    {
      figure: `${name}: good stopped`,
      value: (100 * score.stopped) / score.good,
      unit: '%',
      target: { of: 'value', most: 3 },
    },
    { figure: `${name}: judge in this process, median`, value: median(score.judgeMs), unit: 'ms' },
  ]
}
