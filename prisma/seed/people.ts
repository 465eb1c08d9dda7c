import { createHash } from 'node:crypto'
import type { Role } from '#domain/access/role.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { hashPassword } from '#server/auth/password.ts'
import type { PrismaClient } from '#server/db/prisma.ts'
import { FAMILIES, MEN, WOMEN } from './demo-names.ts'
import { ownRegions, type RegionRow } from './regions.ts'

/** Public, printed at every start of a demo; production refuses a database that holds these accounts. */
export const DEMO_PASSWORD = 'perahu-cengkih-kora-kora'

export type DemoPerson = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly RegionCode[]
  readonly services: readonly ServiceId[]
}

const LEASE = ['81.01.12', '81.01.13', '81.01.16', '81.01.26']
const AMBON_AND_BANDA = ['81.01.09', '81.01.14', '81.01.15', '81.01.22']
const NORTH_SERAM = ['81.01.06', '81.01.20', '81.01.24', '81.01.25']
const ALL = ['81.01']

/** The first of each role is whom the demo's sign-in page offers. */
const NAMED: readonly (readonly [
  username: string,
  name: string,
  role: Role,
  areas: readonly RegionCode[],
  services?: readonly ServiceId[],
])[] = [
  ['saparua', 'Yohana Titaley', 'NEGERI_OFFICER', ['81.01.12.2012']],
  ['ona', 'Ona Patirane', 'OPERATOR', LEASE],
  ['tati', 'Tati Siahaya', 'VERIFIER', ALL],
  ['rukmini', 'Rukmini Lonthor', 'SUPERVISOR', ALL],
  ['kadis', 'Petrus Lawalata', 'HEAD', ALL],
  ['bupati', 'Markus Saluka', 'LEADERSHIP', ALL],
  ['admin', 'Salma Wattirua', 'ADMIN', ALL],
  ['warga', 'Beni Manuhua', 'CITIZEN', ['81.01.12.2012']],
  ['yopi', 'Yopi Sahusilawa', 'OPERATOR', ALL],
  ['hanafi', 'Hanafi Renwarin', 'OPERATOR', AMBON_AND_BANDA],
  ['dorkas', 'Dorkas Leitimur', 'OPERATOR', NORTH_SERAM],
  ['mince', 'Mince Tetelae', 'OPERATOR', ALL, ['AKTA_KELAHIRAN']],
  ['jafar', 'Jafar Latukau', 'VERIFIER', ALL],
  ['saparua.dua', 'Yakob Sopacua', 'NEGERI_OFFICER', ['81.01.12.2012']],
  ['haria', 'Marthinus Manuhutu', 'NEGERI_OFFICER', ['81.01.12.2004']],
  ['nolloth', 'Agustina Matatula', 'NEGERI_OFFICER', ['81.01.26.2009']],
  ['tulehu', 'Abdul Gani Ohorella', 'NEGERI_OFFICER', ['81.01.14.2003']],
  ['pelauw', 'Nurhayati Tuasikal', 'NEGERI_OFFICER', ['81.01.13.2009']],
  ['namaelo', 'Ferdinand Wattimena', 'NEGERI_OFFICER', ['81.01.17.1001']],
]

/** Everyone of the demo: those with a name above, and one officer in each other negeri, desa and kelurahan. */
export function demoPeople(): readonly DemoPerson[] {
  const named = NAMED.map(([username, name, role, areas, services]) => ({
    id: idOf(username),
    username,
    name,
    role,
    areas,
    services: services ?? [],
  }))
  const served = new Set(named.filter((one) => one.role === 'NEGERI_OFFICER').flatMap((one) => one.areas))
  const regions = ownRegions()
  const villages = regions.filter((one) => one.code.length === 13 && !served.has(one.code))
  return [...named, ...villages.map((village, index) => officerOf(village, index, regions))]
}

function officerOf(village: RegionRow, index: number, regions: readonly RegionRow[]): DemoPerson {
  const twin = regions.some(
    (one) => one.code !== village.code && one.code.length === 13 && slug(one.name) === slug(village.name),
  )
  const kecamatan = regions.find((one) => one.code === village.parentCode)
  const taken = NAMED.some(([username]) => username === slug(village.name))
  const username = slug(village.name) + (twin || taken ? `-${slug(kecamatan?.name ?? village.code)}` : '')
  const first = index % 2 === 0 ? WOMEN[(index / 2) % WOMEN.length] : MEN[((index - 1) / 2) % MEN.length]
  const name = `${first} ${FAMILIES[(index * 7) % FAMILIES.length]}`
  return { id: idOf(username), username, name, role: 'NEGERI_OFFICER', areas: [village.code], services: [] }
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The same person gets the same id in every demo, so that a seed cut off half way goes on where it was. */
function idOf(username: string): string {
  const hex = createHash('sha256').update(`satu-antrean demo ${username}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** One hash for all of them: it is one public password, and two hundred hashes would take ten seconds. */
export async function seedPeople(prisma: PrismaClient, now: number): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const data = demoPeople().map((one, index) => ({
    ...one,
    areas: [...one.areas],
    services: [...one.services],
    passwordHash,
    demo: true,
    createdAt: new Date(now + index),
  }))
  await prisma.person.createMany({ data, skipDuplicates: true })
}
