import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import { POINT_SCALE } from './here.ts'

const Page = z.number().check(z.int(), z.gte(1), z.lte(2000))

/** `Detail` as a screen may say it. */
export const DetailWire = z.strictObject({
  paper: z.optional(Uuid),
  beside: z.optional(Uuid),
  page: z.optional(Page),
  field: z.optional(z.string().check(z.regex(/^[A-Za-z][\w:.-]{0,59}$/))),
})

const Coordinate = z.number().check(z.int(), z.gte(0), z.lte(POINT_SCALE))
/** What a screen says of its pointer; without a place it has left the page. */
export const PointWire = z.union([z.tuple([Uuid, Page, Coordinate, Coordinate]), z.tuple([Uuid, Page])])
