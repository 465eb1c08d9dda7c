import type { OpenSpan, Week } from './time-rules.ts'

const minute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const span = (from: string, to: string): OpenSpan => [minute(from), minute(to)]

function fiveDays(day: readonly OpenSpan[], friday: readonly OpenSpan[]): Week {
  return [[], day, day, day, day, friday, []]
}

/** 37 h 30 min a week; a break of one hour, on Fridays of an hour and a half. @law Perpres 21/2023 */
export const NORMAL_WEEK: Week = fiveDays(
  [span('07.30', '12.00'), span('13.00', '16.00')],
  [span('07.30', '11.30'), span('13.00', '16.30')],
)

/** 32 h 30 min a week in Ramadan; a break of half an hour, on Fridays of one hour. @law Perpres 21/2023 */
export const RAMADAN_WEEK: Week = fiveDays(
  [span('08.00', '12.00'), span('12.30', '15.00')],
  [span('08.00', '12.00'), span('13.00', '15.30')],
)

/** A working day nets 7 h 30. What longer times are told in, whatever the hours of an office. */
export const WORKING_DAY_MINUTES = 450
