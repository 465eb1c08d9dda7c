import type { Text } from '#domain/shared/text.ts'
import type { ClockHistory } from './clock-history.ts'
import type { DaysNeeded } from './days-needed.ts'

/** Promises are replayed up to so many working days. */
export const MOST_REPLAYED_DAYS = 10

/** Cases that share a promise. */
export const REPLAY_LINES = ['KK', 'BIRTH', 'BIRTH_LATE', 'SKPWNI'] as const
export type ReplayLine = (typeof REPLAY_LINES)[number]

export const REPLAY_LABEL: Record<ReplayLine, Text> = {
  KK: { id: 'Kartu Keluarga', en: 'Family card' },
  BIRTH: { id: 'Akta Kelahiran, tepat waktu', en: 'Birth, on time' },
  BIRTH_LATE: { id: 'Akta Kelahiran, terlambat', en: 'Birth, late' },
  SKPWNI: { id: 'Pindah (SKPWNI)', en: 'Move (SKPWNI)' },
}

/** How the cases of one line fared in a period, and how they would have under each promise. */
export type Replay = {
  readonly line: ReplayLine
  readonly total: number
  /** Kept as it was promised on their day. */
  readonly kept: number
  /** Kept, had the promise been 1, 2, 3 … working days. */
  readonly keptWithin: readonly number[]
  /** Still open: counted as they stand. */
  readonly open: number
  /** Working days promised, where one number holds for all of them. */
  readonly promisedDays: number | null
}

export function replayLineOf({
  service,
  birthLate,
}: Pick<ClockHistory, 'service' | 'birthLate'>): ReplayLine {
  if (service === 'AKTA_KELAHIRAN') return birthLate ? 'BIRTH_LATE' : 'BIRTH'
  return service
}

/** Adds cases up, line by line. A line without cases is left out. */
export function sumReplay(
  cases: readonly { readonly line: ReplayLine; readonly fared: DaysNeeded }[],
): readonly Replay[] {
  return REPLAY_LINES.flatMap((line) => {
    const own = cases.filter((one) => one.line === line).map((one) => one.fared)
    if (own.length === 0) return []
    const promised = new Set(
      own.map(({ standard }) => ('days' in standard.promise ? standard.promise.days : -1)),
    )
    const [only] = promised
    return [
      {
        line,
        total: own.length,
        kept: own.filter((one) => one.kept).length,
        keptWithin: Array.from(
          { length: MOST_REPLAYED_DAYS },
          (_, n) => own.filter((one) => one.days <= n + 1).length,
        ),
        open: own.filter((one) => !one.issued).length,
        promisedDays: promised.size === 1 && only !== undefined && only >= 0 ? only : null,
      },
    ]
  })
}
