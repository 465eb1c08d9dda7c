import * as z from 'zod/mini'
import { Role } from '#domain/access/role.ts'
import { Uuid } from '#domain/shared/id.ts'
import { RegionCode } from '#domain/shared/region-code.ts'
import { ServiceId } from '#domain/shared/service-id.ts'

const Username = z.string().check(z.trim(), z.toLowerCase(), z.regex(/^[a-z][a-z0-9._-]{2,39}$/))
const Name = z.string().check(z.trim(), z.minLength(2), z.maxLength(100))
const Areas = z.array(RegionCode).check(z.minLength(1), z.maxLength(20))
const Services = z.array(ServiceId).check(z.maxLength(3))

export const NewPerson = z.strictObject({
  username: Username,
  name: Name,
  role: Role,
  areas: Areas,
  services: Services,
})
export type NewPerson = z.infer<typeof NewPerson>

export const OnePerson = z.strictObject({
  personId: Uuid,
  seenVersion: z.number().check(z.int(), z.nonnegative()),
})
export type OnePerson = z.infer<typeof OnePerson>

export const PersonChange = z.strictObject({
  ...OnePerson.shape,
  name: z.optional(Name),
  role: z.optional(Role),
  areas: z.optional(Areas),
  services: z.optional(Services),
})
export type PersonChange = z.infer<typeof PersonChange>

export const PeopleQuery = z.strictObject({
  text: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  role: z.optional(Role),
  state: z.optional(z.enum(['active', 'disabled'])),
  area: z.optional(RegionCode),
  after: z.optional(z.string().check(z.maxLength(40))),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>
