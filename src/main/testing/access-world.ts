import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { BANDA, SAPARUA } from '#domain/case/testing/case-scenario.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf } from '#domain/shared/service-id.ts'
import { auditRead } from '#server/audit/audit-read.ts'
import { openSession } from '#server/auth/open-session.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { beginSitting, closeSitting, lockHead } from '#server/note/note-table.ts'
import { keepVisit } from '#server/visit/keep-visit.ts'

const ABROAD = '81.02.01.2001'

/** Whose thing is asked for: one's own, another negeri's, another kabupaten's, or one that does not exist. */
export const PLACES = ['own', 'other negeri', 'other regency', 'missing'] as const
export type Place = (typeof PLACES)[number]

/** One of everything that a procedure can be asked about, in one place. */
export type Target = {
  readonly place: Place
  readonly negeri: string
  readonly queue: QueueId
  readonly caseId: string
  /** One's own case, wherever the other lies: what it is laid beside is `twinId`. */
  readonly besideId: string
  readonly twinId: string
  readonly draftId: string
  readonly endedId: string
  readonly personId: string
  readonly username: string
  readonly sessionId: string
  /** A file by boat that waits for the supervisor, the phone it is of, and a day of jemput bola. */
  readonly consignmentId: string
  readonly deviceKeyId: string
  readonly visitId: string
  /** A saved list: an applicant's own, one that a negeri's office shares, one that the Dinas's does. */
  readonly views: Views
}

export type Views = { readonly applicant: string; readonly negeri: string; readonly dinas: string }

/** A day of jemput bola without its place and id. */
export const A_DAY = {
  v: 1,
  day: '2026-06-09',
  place: 'Baileo',
  team: [],
  families: [],
  closedAt: null,
  rev: 0,
} as const

export type AccessWorld = {
  readonly house: House
  readonly targets: { readonly [place in Place]: Target }
  /** The person of this role who serves Saparua: a negeri's side the negeri, the Dinas's side the kecamatan. */
  actor(role: Role): Actor
  /** A person and a session nobody has touched yet, for acts that use them up. */
  fresh(target: Target): Promise<Target>
}

const NEGERI_SIDE: readonly Role[] = ['CITIZEN', 'NEGERI_OFFICER']

/** A citizen's own case is their own; everybody else's is that of their place. `citizen` owns all of Saparua's here. */
export async function openAccessWorld(): Promise<AccessWorld> {
  const house = await new House(await testDatabase()).open()
  await house.db.pool.query("insert into region (code, name, level) values ($1, 'Abroad', 'negeri_desa')", [
    ABROAD,
  ])
  const owner = (negeri: string): Actor => ({
    id: randomUUID(),
    name: 'Pemohon',
    role: 'CITIZEN',
    areas: [negeri],
    services: [],
  })
  const owners = { own: owner(SAPARUA), 'other negeri': owner(BANDA), 'other regency': owner(ABROAD) }

  async function person(negeri: string): Promise<Pick<Target, 'personId' | 'username' | 'sessionId'>> {
    const personId = randomUUID()
    const username = `orang.${personId.slice(0, 8)}`
    await house.db.pool.query(
      "insert into person (id, username, name, password_hash, totp_secret, role, areas, services) values ($1, $2, 'Orang', 'x', 'x', 'NEGERI_OFFICER', $3, '{}')",
      [personId, username, [negeri]],
    )
    const { sessionId } = await openSession(house.shell, house.db.pool, personId, ORIGIN, true)
    const actor: Actor = {
      id: personId,
      name: 'Orang',
      role: 'NEGERI_OFFICER',
      areas: [negeri],
      services: [],
    }
    await auditRead(
      house.shell,
      actor,
      { action: 'test.act', subject: `person:${personId}`, detail: {} },
      ORIGIN,
    )
    return { personId, username, sessionId }
  }

  async function onTheWay(personId: string, negeri: string) {
    const [consignmentId, visitId] = [randomUUID(), randomUUID()]
    const deviceKeyId = createHash('sha256').update(personId).digest('hex')
    const now = new Date(house.now)
    await house.shell.prisma.deviceKey.create({
      data: { id: deviceKeyId, personId, publicKey: '', device: '', createdAt: now },
    })
    await house.shell.prisma.consignment.create({
      data: {
        id: consignmentId,
        carrierId: personId,
        address: '',
        device: '',
        state: 'held',
        bytes: 1n,
        createdAt: now,
        personId,
        heldBecause: 'account-disabled',
        summary: {},
      },
    })
    const officer: Actor = {
      id: personId,
      name: 'Orang',
      role: 'NEGERI_OFFICER',
      areas: [negeri],
      services: [],
    }
    await keepVisit(house.shell, officer, { ...A_DAY, id: visitId, negeri, team: [], families: [] })
    return { consignmentId, deviceKeyId, visitId }
  }

  /** A colleague's private list is as foreign as that of another kabupaten. */
  async function views(place: Exclude<Place, 'missing'>, negeri: string): Promise<Views> {
    const dinas = place === 'other negeri' ? null : regencyOf(negeri)
    const of = { applicant: randomUUID(), negeri: randomUUID(), dinas: randomUUID() }
    await house.db.pool.query(
      `insert into saved_view (id, owner_id, owner_name, name, address, office, changed_at, created_at)
       select id, owner, owner, 'Daftar', '/antrean/kk', office, now(), now()
       from unnest($1::uuid[], $2::text[], $3::text[]) as v (id, owner, office)`,
      [
        [of.applicant, of.negeri, of.dinas],
        [owners[place].id, 'colleague', 'colleague'],
        [null, negeri, dinas],
      ],
    )
    return of
  }

  /** A note of the staff that somebody wrote and left. */
  async function written(caseId: string): Promise<void> {
    const { pool, sealer } = house.shell
    const note = { caseId, side: 'staff' } as const
    await lockHead(pool, note)
    await beginSitting(pool, note, 1, house.now, { id: 'colleague', name: 'Orang', role: 'NEGERI_OFFICER' })
    await closeSitting(pool, sealer, note, 1, 'Bawa KK asli')
  }

  let besideId = ''
  async function target(place: Exclude<Place, 'missing'>, negeri: string): Promise<Target> {
    const by = owners[place]
    const caseId = await house.submitted(by, negeri)
    const twinId = await house.submitted(by, negeri)
    if (place === 'own') besideId = caseId
    await written(caseId)
    const draftId = await house.draft(by, negeri)
    const endedId = await house.submitted(by, negeri)
    await house.do(by, endedId, { type: 'cancel', reason: 'Tidak jadi diurus' })
    const people = await person(negeri)
    return {
      place,
      negeri,
      queue: queueOf(negeri, 'AKTA_KELAHIRAN'),
      caseId,
      besideId,
      twinId,
      draftId,
      endedId,
      ...people,
      ...(await onTheWay(people.personId, negeri)),
      views: await views(place, negeri),
    }
  }

  const found = {
    own: await target('own', SAPARUA),
    'other negeri': await target('other negeri', BANDA),
    'other regency': await target('other regency', ABROAD),
  }
  const missing: Target = {
    place: 'missing',
    negeri: '99.99.99.9999',
    queue: '99.99/AKTA_KELAHIRAN',
    caseId: randomUUID(),
    besideId,
    twinId: randomUUID(),
    draftId: randomUUID(),
    endedId: randomUUID(),
    personId: randomUUID(),
    username: 'tidak.ada',
    sessionId: '0'.repeat(64),
    consignmentId: randomUUID(),
    deviceKeyId: '0'.repeat(64),
    visitId: randomUUID(),
    views: { applicant: randomUUID(), negeri: randomUUID(), dinas: randomUUID() },
  }
  const targets = { ...found, missing }
  return {
    house,
    targets,
    actor: (role) => {
      if (role === 'CITIZEN') return owners.own
      return {
        id: `as-${role}`,
        name: role,
        role,
        areas: [NEGERI_SIDE.includes(role) ? SAPARUA : '81.01.12'],
        services: [],
      }
    },
    fresh: async (from) => {
      const { place, negeri } = from
      if (place === 'missing') return from
      return { ...from, ...(await person(negeri)), views: await views(place, negeri) }
    },
  }
}
