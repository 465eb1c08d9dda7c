import type { Actor } from '#domain/access/actor.ts'
import type { Replay } from '#domain/sla/replay.ts'
import type { PromiseReplay } from './replay-promise.ts'

/** A line of the answer: shares of a hundred, and the numbers behind them for those who may see cases. */
export type ShownReplay = Pick<Replay, 'line' | 'promisedDays'> & {
  readonly total: number | null
  readonly open: number | null
  readonly keptPercent: number
  readonly withinPercent: readonly number[]
}

const LEAST_SHOWN = 5
const ROUNDED_TO = 5

/** Leadership sees no group of fewer than five cases, and shares in steps of five, so that no single case shows in them. */
export function shownReplay({ lines, cut }: PromiseReplay, actor: Actor) {
  const figuresOnly = actor.role === 'LEADERSHIP'
  const step = figuresOnly ? ROUNDED_TO : 1
  const percent = (part: number, total: number) => Math.round((part / total) * (100 / step)) * step
  const shown: readonly ShownReplay[] = lines
    .filter((line) => !figuresOnly || line.total >= LEAST_SHOWN)
    .map(({ line, promisedDays, total, open, kept, keptWithin }) => ({
      line,
      promisedDays,
      total: figuresOnly ? null : total,
      open: figuresOnly ? null : open,
      keptPercent: percent(kept, total),
      withinPercent: keptWithin.map((within) => percent(within, total)),
    }))
  return { lines: shown, cut, hidden: lines.length - shown.length }
}
