import { DAYS_OFF } from './days-off.ts'
import { FIRST_POLICY } from './first-policy.ts'
import type { TimeRules } from './time-rules.ts'
import { NORMAL_WEEK } from './working-week.ts'

/** The rules of time that the system is installed with; an administration adds to them, in the database. */
export const HOUSE_RULES: TimeRules = {
  version: 1,
  hours: [{ office: '*', from: '2020-01-01', to: null, name: 'Jam kerja', week: NORMAL_WEEK }],
  holidays: DAYS_OFF,
  openings: [],
  confirmedYears: [2026],
  policies: [FIRST_POLICY],
  outages: [],
}
