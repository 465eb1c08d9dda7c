import { DAY_MS } from '#domain/shared/instant.ts'
import { WIT_OFFSET_MS, localDateInWit, toDayNumber } from '#domain/shared/local-date.ts'
import { accept } from '#domain/shared/decision.ts'
import type { Decide, May } from '../rule.ts'

export const mayExpire: May = ({ returned }, _actor, { now }) => {
  if (returned === undefined || localDateInWit(now) >= returned.expiresOn) return undefined
  return { why: 'not-yet', from: toDayNumber(returned.expiresOn) * DAY_MS - WIT_OFFSET_MS }
}

/** T09, Kedaluwarsa: nobody answered the return in time (30 calendar days unless set otherwise). */
export const decideExpire: Decide<'expire'> = () => accept({ type: 'Expired' })
