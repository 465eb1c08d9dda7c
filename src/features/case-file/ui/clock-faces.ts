import { HOUR_MS, MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { Clocks, Reading } from '#domain/sla/clocks-of.ts'
import type { ExplainedClock } from '#domain/sla/explain.ts'
import { OUTAGE_LABEL } from '#domain/sla/explain-words.ts'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import { exactInWit, workingTime } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { useT } from '#i18n/messages-provider.tsx'

/** One clock as it is drawn: words first, colour and bar repeat them. */
export type ClockFace = {
  readonly which: ExplainedClock
  readonly state: 'lewat' | 'segera' | 'aman' | 'jeda' | 'tahan' | 'gangguan'
  readonly tone: '' | 'warn' | 'late' | 'quiet'
  readonly label: string
  readonly words: string
  readonly title?: string
  readonly note?: string
  /** An outage slows the work, and the clock goes on: the note says which. */
  readonly marked?: boolean
  readonly used?: number
}

const TONE = {
  lewat: 'late',
  segera: 'warn',
  aman: '',
  jeda: 'quiet',
  tahan: 'quiet',
  gangguan: 'quiet',
} as const

/** The clocks of a case in words: stage, promise, law. None before the submission and none after the end. */
export function clockFaces(
  clocks: Clocks | undefined,
  t: ReturnType<typeof useT>,
  locale: Locale,
): readonly ClockFace[] {
  if (!clocks) return []
  return [stageFace(clocks, t, locale), promiseFace(clocks, t, locale), lawFace(clocks, t, locale)].filter(
    (face) => face !== undefined,
  )
}

type Words = ReturnType<typeof useT>

function left({ leftMinutes }: Reading, t: Words, locale: Locale, late = leftMinutes < 0): string {
  const time = workingTime(Math.abs(leftMinutes), locale, WORKING_DAY_MINUTES)
  return late ? t('clock.late', { time }) : t('clock.left', { time })
}

const due = ({ dueAt }: Reading, t: Words, locale: Locale) =>
  dueAt === undefined ? {} : { title: t('clock.due', { at: exactInWit(dueAt, locale) }) }

const used = ({ limitMinutes, leftMinutes }: Reading) => ({
  used: limitMinutes === 0 ? 0 : Math.min(1, Math.max(0, 1 - leftMinutes / limitMinutes)),
})

function stageFace(clocks: Clocks, t: Words, locale: Locale): ClockFace | undefined {
  const { state, stage, gap, mark } = clocks
  if (!stage || state === 'terbit' || state === 'none') return undefined
  const label = t('clock.stage', { n: decimal(stage.limitMinutes / 60, locale) })
  const face = { which: 'stage', state, tone: TONE[state], label } as const
  switch (state) {
    case 'jeda':
      return { ...face, words: t('clock.paused'), note: left(stage, t, locale), ...used(stage) }
    case 'tahan':
      return { ...face, words: t('clock.held'), note: left(stage, t, locale), ...used(stage) }
    case 'gangguan':
      return {
        ...face,
        words: gap ? OUTAGE_LABEL[gap.outage.kind][locale] : t('clock.paused'),
        note: left(stage, t, locale),
        ...used(stage),
      }
    case 'lewat':
    case 'segera':
    case 'aman':
      return {
        ...face,
        words: left(stage, t, locale, state === 'lewat'),
        ...(mark
          ? { marked: true, note: t('clock.marked', { outage: OUTAGE_LABEL[mark.outage.kind][locale] }) }
          : {}),
        ...due(stage, t, locale),
        ...used(stage),
      }
  }
}

function promiseFace(clocks: Clocks, t: Words, locale: Locale): ClockFace | undefined {
  const { promise, standard, underWay, estimate } = clocks
  if (!promise) return undefined
  const late = promise.leftMinutes < 0
  const notes = [
    ...(underWay >= MINUTE_MS ? [t('clock.underWay', { time: wallTime(underWay, locale) })] : []),
    ...(estimate ? [t('clock.estimate')] : []),
  ]
  return {
    which: 'promise',
    state: late ? 'lewat' : 'aman',
    tone: late ? 'late' : promise.runs ? '' : 'quiet',
    label:
      'days' in standard.promise
        ? t('clock.promise', { n: standard.promise.days })
        : t('clock.promiseHours', { n: decimal(standard.promise.minutes / 60, locale) }),
    words: left(promise, t, locale),
    ...(notes.length > 0 ? { note: notes.join(', ') } : {}),
    ...due(promise, t, locale),
    ...used(promise),
  }
}

function lawFace({ law }: Clocks, t: Words, locale: Locale): ClockFace | undefined {
  if (!law) return undefined
  const passed = law.day > law.limitDays
  return {
    which: 'law',
    state: passed ? 'lewat' : 'aman',
    tone: passed ? 'late' : 'quiet',
    label: t('clock.law', { n: law.limitDays }),
    words: passed
      ? t('clock.lawPassed', { n: law.day - law.limitDays })
      : t('clock.day', { n: Math.max(1, law.day) }),
    ...(law.practicalAt === Infinity
      ? {}
      : { title: t('clock.lawDue', { at: exactInWit(law.practicalAt, locale) }) }),
    used: Math.min(1, law.day / law.limitDays),
  }
}

function decimal(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 }).format(
    value,
  )
}

/** Time of the clock on the wall, not of work: `43 m`, `5 j`, `2 h 3 j`. */
function wallTime(ms: number, locale: Locale): string {
  return workingTime(Math.round(ms / MINUTE_MS), locale, (24 * HOUR_MS) / MINUTE_MS)
}
