import * as z from 'zod/mini'

/** Kemendagri region code: `81` province, `81.01` kabupaten, `81.01.12` kecamatan, `81.01.12.2001` negeri/desa/kelurahan. */
export const RegionCode = z.string().check(z.regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/))
export type RegionCode = z.infer<typeof RegionCode>

/** The code of one negeri, negeri administratif, desa or kelurahan (all four parts). */
export const NegeriCode = z.string().check(z.regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/))
export type NegeriCode = z.infer<typeof NegeriCode>

export { contains, regencyOf } from './region-tree.ts' // there without the schema, for lists in a browser
