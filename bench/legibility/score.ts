import type { PaperFault, PaperVerdict } from '#domain/case/paper-verdict.ts'
import type { GreyImage } from '#domain/intake/legibility/grey-image.ts'
import type { Labelled } from './labelled-set.ts'
import { labelledSet } from './labelled-set.ts'

/** The thresholds were chosen on the first; the others were never looked at meanwhile. */
export const SEEDS = { tuned: [1], heldOut: [9_001, 9_002] } as const

export type Tally = { readonly of: number; readonly named: number; readonly right: number }
export type Score = {
  readonly photos: number
  readonly unreadable: number
  readonly caught: number
  readonly good: number
  readonly stopped: number
  /** Neither fine nor lost: either verdict is right. */
  readonly between: number
  /** `of` photos that have it, `named` it by the judge, `right` both. */
  readonly faults: ReadonlyMap<PaperFault, Tally>
  /** What went wrong, photo by photo. */
  readonly wrong: readonly string[]
  readonly judgeMs: readonly number[]
}

/** Lets a judge look at the whole set of each seed. */
export async function scoreOf(
  seeds: readonly number[],
  judge: (photo: GreyImage) => PaperVerdict,
  share = 1,
): Promise<Score> {
  const wrong: string[] = []
  const judgeMs: number[] = []
  const faults = new Map<PaperFault, { of: number; named: number; right: number }>()
  const tally = (fault: PaperFault) => {
    const known = faults.get(fault) ?? { of: 0, named: 0, right: 0 }
    faults.set(fault, known)
    return known
  }
  let [photos, unreadable, caught, good, stopped, between] = [0, 0, 0, 0, 0, 0]
  for await (const { name, label, photo } of setsOf(seeds, share)) {
    const before = performance.now()
    const verdict = judge(photo.grey)
    judgeMs.push(performance.now() - before)
    photos++
    const found = verdict.faults.map(({ fault }) => fault)
    if (label.state === 'between') {
      between++
      continue
    }
    for (const fault of found) tally(fault).named++
    if (label.fault) {
      tally(label.fault).of++
      if (found.includes(label.fault)) tally(label.fault).right++
      unreadable++
      if (found.length > 0) caught++
      else wrong.push(`${name}: ${label.fault} was not seen`)
    } else {
      good++
      if (found.length === 0) continue
      stopped++
      wrong.push(`${name}: good, but stopped for ${found.join(', ')}`)
    }
  }
  return { photos, unreadable, caught, good, stopped, between, faults, wrong, judgeMs }
}

async function* setsOf(seeds: readonly number[], share: number): AsyncGenerator<Labelled> {
  for (const seed of seeds) yield* labelledSet(seed, share)
}

const percent = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)

/** The score as a table. A photo has one label; a judge who names two faults is precise in one. */
export function tableOf(title: string, score: Score): string {
  const { photos, good, stopped, unreadable, caught, between, faults, wrong } = score
  const rows = [...faults].map(
    ([fault, { of, named, right }]) =>
      `  ${fault.padEnd(10)} ${String(of).padStart(4)} photos   recall ${percent(right, of).padStart(7)}   precision ${percent(right, named).padStart(7)}`,
  )
  const all = [
    `${title}: ${photos} photos, ${between} of them between good and lost and not counted`,
    `  unreadable ${unreadable}, caught ${caught}: recall ${percent(caught, unreadable)}`,
    `  good ${good}, stopped ${stopped}: ${percent(stopped, good)}; precision ${percent(caught, caught + stopped)}`,
  ]
  return [...all, ...rows, ...wrong.map((words) => `  wrong: ${words}`)].join('\n')
}
