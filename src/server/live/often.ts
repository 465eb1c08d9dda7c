/** What a screen may say in a while: that often it is heard, and from there on it is not; far beyond, it is shown the door. */
export type Allowance = { readonly heard: number; readonly borne: number; readonly withinMs: number }

export type Turn = 'heard' | 'skipped' | 'refused'

/** Counts what one screen says. A line that stood still for seconds brings much at once: that is skipped, not punished. */
export function countTurns({ heard, borne, withinMs }: Allowance): (now: number) => Turn {
  let times: number[] = []
  return (now) => {
    times = times.filter((at) => now - at < withinMs)
    if (times.length >= borne) return 'refused'
    times.push(now)
    return times.length > heard ? 'skipped' : 'heard'
  }
}
