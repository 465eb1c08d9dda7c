import type { Role } from '#domain/access/role.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'

/** Who is told: one person, everyone of a role within a region, or whoever follows the case. */
export type NoticeAudience =
  | { readonly personId: string; readonly role?: undefined; readonly region?: undefined }
  | { readonly personId?: undefined; readonly role: Role; readonly region: RegionCode }
  | {
      readonly personId?: undefined
      readonly role?: undefined
      readonly region?: undefined
      readonly watchers: true
    }
