import * as z from 'zod/mini'
import { ROLES } from './roles.ts'

/** What a person is in the trade (domain/access). `SYSTEM` acts for the clocks and is nobody's log-in. */
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

export { DISTRICT_ROLES, ROLE_LABEL, ROLES } from './roles.ts' // there without the schema, for lists in a browser
