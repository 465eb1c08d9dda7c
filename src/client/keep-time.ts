import { MINUTE_MS } from '#domain/shared/milliseconds.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import { learnClockAlarm } from './clock-alarm.ts'
import { learnServerTime } from './clock.ts'
import { knownRules, learnRules } from './time-rules.ts'
import { api } from './trpc.ts'

let asking = false

/** Asks the server what time it is, and for its rules of time when they are newer than the known ones. */
export async function askTime(known = knownRules()): Promise<void> {
  if (asking) return
  asking = true
  const askedAt = Date.now()
  try {
    const { now, rules, clock } = await api.time.rules.query({ known })
    learnServerTime(now, askedAt, Date.now())
    learnClockAlarm(clock)
    if (rules) {
      learnRules(rules)
      localStorage.setItem(KEPT, JSON.stringify(rules))
    }
  } catch {
    // Without an answer the screen goes on by what it knows, and asks again.
  } finally {
    asking = false
  }
}

/** The rules name no person: they stay on the device, for the days without a network. */
const KEPT = 'satu-antrean-waktu'

function learnKept(): void {
  try {
    const kept = localStorage.getItem(KEPT)
    const rules = kept === null ? undefined : (JSON.parse(kept) as TimeRules)
    if (rules && rules.version > knownRules()) learnRules(rules)
  } catch {
    localStorage.removeItem(KEPT) // from an older version: the answer of the server is on its way
  }
}

let keeping = false

/** From here on the screen goes by the server's clock and rules: asked each minute while it is looked at. */
export function keepTime(): void {
  if (keeping) return
  keeping = true
  learnKept()
  void askTime(-1)
  setInterval(() => document.visibilityState === 'visible' && void askTime(), MINUTE_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void askTime()
  })
  window.addEventListener('online', () => void askTime())
}
