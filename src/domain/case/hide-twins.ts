import type { CaseEvent } from './case-event.ts'
import type { CaseFile } from './case-file.ts'

/**
 * A case and its history for someone who may not see some of its doubles: that something was decided stays, with which
 * case and why does not. `seen`: the ids of those that they may open.
 */
export function hideTwins(file: CaseFile, seen: ReadonlySet<string>): CaseFile {
  if (file.twins === undefined) return file
  const twins = file.twins.map((ruling) => {
    if (seen.has(ruling.other) || ruling.ruling === 'asked') return ruling
    const { number: _beyond, reason: _told, ...rest } = ruling
    return { ...rest, other: '' }
  })
  return { ...file, twins }
}

export function hideTwinsInEvents(
  events: readonly CaseEvent[],
  seen: ReadonlySet<string>,
): readonly CaseEvent[] {
  return events.map((event) => {
    if (!('other' in event) || seen.has(event.other)) return event
    const { number: _beyond, ...rest } = event
    return { ...rest, other: '', ...('reason' in rest ? { reason: '' } : {}) }
  })
}
