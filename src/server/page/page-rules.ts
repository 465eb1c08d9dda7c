import { cache } from 'react'
import type { RulesParcel } from '#domain/sla/rules-parcel.ts'
import { packRules } from '#domain/sla/rules-parcel.ts'
import { nextShell } from '#server/auth/next-shell.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'

/** The rules of time that a page is drawn by: those of this house and this second, not those it was installed with. */
export const pageRules = cache(async (): Promise<RulesParcel> => {
  const { rules } = await clockworkInForce(nextShell().pool)
  return packRules(rules)
})
