import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getProvinces, getRegencies } from 'idn-area-data'
import type { PrismaClient } from '#server/db/prisma.ts'

export type RegionRow = {
  readonly code: string
  readonly name: string
  readonly level: string
  readonly parentCode: string | null
}

/** Kabupaten Maluku Tengah with its kecamatan, negeri, desa and kelurahan (regions.csv, ODbL: see REGIONS.md). */
export function ownRegions(): readonly RegionRow[] {
  const text = readFileSync(path.join(import.meta.dirname, 'regions.csv'), 'utf8')
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = '', name = '', level = '', parent = ''] = line.split(',')
      return { code, name: level === 'kabupaten' ? titled(name) : name, level, parentCode: parent || null }
    })
}

/** The 38 provinces and 514 kabupaten and kota of Indonesia: where an SKPWNI may lead. */
async function allOthers(): Promise<readonly RegionRow[]> {
  const provinces = (await getProvinces()).map((one) => ({
    code: one.code,
    name: titled(one.name),
    level: 'provinsi',
    parentCode: null,
  }))
  const regencies = (await getRegencies()).map((one) => ({
    code: one.code,
    name: titled(one.name),
    level: 'kabupaten',
    parentCode: one.province_code,
  }))
  return [...provinces, ...regencies]
}

/** Fills in what is missing; names that are there already stay as the Dinas has corrected them. */
export async function seedRegions(prisma: PrismaClient): Promise<void> {
  const data = [...ownRegions(), ...(await allOthers())]
  await prisma.region.createMany({ data, skipDuplicates: true })
}

function titled(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s-])\p{L}/gu, (start) => start.toUpperCase())
    .replace(/\bDki\b|\bDi\b(?= Yogya)/g, (word) => word.toUpperCase())
}
