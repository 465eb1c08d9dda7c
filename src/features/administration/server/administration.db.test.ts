import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import { openSession } from '#server/auth/open-session.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import { sessionOf } from '#server/auth/session.ts'
import { signInWithPassword } from '#server/auth/sign-in.ts'
import type { TestWorld } from '#server/auth/test-world.ts'
import { FROM, PASSWORD, testWorld } from '#server/auth/test-world.ts'
import type { Context } from '#server/trpc/trpc.ts'
import { createCallerFactory } from '#server/trpc/trpc.ts'
import { accountRouter } from './account-router.ts'
import { adminRouter } from './admin-router.ts'

const ORIGIN = { address: '10.2.2.2', device: 'test' }
let world: TestWorld
let admin: ReturnType<typeof adminOf>
let adminId: string

beforeAll(async () => {
  world = await testWorld()
  await world.database.pool.query(
    "insert into region (code, name, level) select code, code, 'test' from unnest($1::text[]) as code",
    [['81.01', '81.01.12', '81.01.12.2012', '81.01.12.2004', '81.02.01.2001']],
  )
  adminId = await world.person('kepala.admin', { role: 'ADMIN' })
  admin = adminOf({ id: adminId, name: 'Admin', role: 'ADMIN', areas: ['81.01'], services: [] })
})
afterAll(() => world.database.drop())

function context(actor: Actor & { role: Role }, session: Partial<SessionPerson> = {}): Context {
  const person = { ...actor, username: actor.id, locale: 'id' as const, enrolled: true, demo: false }
  const whole: SessionPerson = {
    sessionId: 'f'.repeat(64),
    expiresAt: Date.now() + DAY_MS,
    secondFactor: true,
    held: null,
    person,
    ...session,
  }
  return { shell: world.shell, session: whole, actor: person, origin: ORIGIN, locale: 'id' }
}
const adminOf = (actor: Actor & { role: Role }) => createCallerFactory(adminRouter)(context(actor))

async function personOf(personId: string) {
  const answer = await admin.user({ personId })
  if (!answer.ok) throw new Error(answer.refusal.why)
  return answer.person
}
const which = async (personId: string) => ({ personId, seenVersion: (await personOf(personId)).version })

const newPerson = {
  username: 'baru.sekali',
  name: 'Orang Baru',
  role: 'NEGERI_OFFICER' as const,
  areas: ['81.01.12.2012'],
  services: [],
}

describe('a new account', () => {
  test('signs in with its one-time password, for three days, and must change it', async () => {
    const made = await admin.createUser(newPerson)
    if (!made.ok) throw new Error(made.refusal.why)
    const answer = await signInWithPassword(world.shell, 'baru.sekali', made.oneTimePassword ?? '', FROM)
    if (!answer.ok) throw new Error(answer.refusal.why)
    const session = await sessionOf(world.shell, `satu-antrean=${answer.session.token}`, { alsoHeld: true })
    expect(session?.held).toBe('password')
    expect(JSON.stringify(await admin.user({ personId: made.person.id }))).not.toMatch(/argon2|hash|secret/i)
  })

  test('takes no name that is taken, no place outside, no place that does not exist', async () => {
    const why = async (change: object) => {
      const answer = await admin.createUser({ ...newPerson, username: 'lain.lagi', ...change })
      return answer.ok ? 'made' : answer.refusal.why
    }
    expect(await why({ username: 'KEPALA.admin' })).toBe('username-taken')
    expect(await why({ areas: ['81.02.01.2001'] })).toBe('area-outside')
    expect(await why({ areas: ['81'], role: 'HEAD' })).toBe('area-outside')
    expect(await why({ areas: ['81.01.12.9999'] })).toBe('area-unknown')
    expect(await why({ areas: ['81.01.12'] })).toBe('area-not-negeri')
    await expect(why({ username: "x' or 1=1" })).rejects.toThrow()
    const twice = await Promise.all([why({ username: 'serentak' }), why({ username: 'serentak' })])
    expect(twice.toSorted()).toEqual(['made', 'username-taken'])
  })
})

describe('a change of rights', () => {
  const changes = [
    ['role', async (id: string) => admin.changeUser({ ...(await which(id)), role: 'VERIFIER' })],
    ['area', async (id: string) => admin.changeUser({ ...(await which(id)), areas: ['81.01.12'] })],
    ['services', async (id: string) => admin.changeUser({ ...(await which(id)), services: ['KK'] })],
    ['disabling', async (id: string) => admin.disableUser(await which(id))],
    ['password', async (id: string) => admin.resetPassword(await which(id))],
    ['second factor', async (id: string) => admin.resetSecondFactor(await which(id))],
  ] as const

  test.each(changes)('%s: ends every session before the answer, on record', async (name, change) => {
    const id = await world.person(`hak.${name.replace(' ', '.')}`)
    await world.database.pool.query("update person set totp_secret = 'x' where id = $1", [id])
    const cookies = [await world.signedIn(id), await world.signedIn(id)]
    for (const cookie of cookies) expect(await sessionOf(world.shell, cookie)).not.toBeNull()
    expect(await change(id)).toMatchObject({ ok: true })
    for (const cookie of cookies) expect(await sessionOf(world.shell, cookie, { alsoHeld: true })).toBeNull()
    const { rows } = await world.database.pool.query('select person_id from audit_entry where subject = $1', [
      `person:${id}`,
    ])
    expect(rows).toEqual([{ person_id: adminId }])
  })

  test('a new name leaves the sessions and is seen at once', async () => {
    const id = await world.person('nama.lama')
    const cookie = await world.signedIn(id)
    await sessionOf(world.shell, cookie)
    await admin.changeUser({ ...(await which(id)), name: 'Nama Baru' })
    expect((await sessionOf(world.shell, cookie))?.person.name).toBe('Nama Baru')
  })

  test('of two administrators at the same moment one is told that it changed meanwhile', async () => {
    const seen = await which(await world.person('dua.admin'))
    const answers = await Promise.all([
      admin.changeUser({ ...seen, role: 'VERIFIER' }),
      admin.disableUser(seen),
    ])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, refusal: { why: 'changed-meanwhile' } })
  })

  test('nobody takes their own rights, or locks themselves out', async () => {
    const own = await which(adminId)
    const refusals = [
      await admin.changeUser({ ...own, role: 'HEAD' }),
      await admin.disableUser(own),
      await admin.resetPassword(own),
      await admin.resetSecondFactor(own),
    ]
    for (const answer of refusals) expect(answer).toEqual({ ok: false, refusal: { why: 'yourself' } })
  })

  test('a sign-in that began with the old password opens nothing after the reset', async () => {
    const id = await world.person('balapan')
    const seen = await which(id)
    const [reset, ...signIns] = await Promise.all([
      admin.resetPassword(seen),
      ...Array.from({ length: 6 }, (_, n) =>
        signInWithPassword(world.shell, 'balapan', PASSWORD, { ...FROM, address: `10.3.0.${n}` }),
      ),
    ])
    expect(reset).toMatchObject({ ok: true })
    for (const answer of signIns)
      if (answer.ok)
        expect(
          await sessionOf(world.shell, `satu-antrean=${answer.session.token}`, { alsoHeld: true }),
        ).toBeNull()
  })
})

describe('phones that sign boat files', () => {
  test('whose, since when; revoked once and on record, and never one of another kabupaten', async () => {
    const here = await world.person('hp.sini', { role: 'NEGERI_OFFICER', areas: ['81.01.12.2012'] })
    const there = await world.person('hp.sana', { role: 'NEGERI_OFFICER', areas: ['81.02.01.2001'] })
    const phone = async (personId: string, id: string) => {
      const device = {
        id: id.repeat(64),
        personId,
        publicKey: '',
        device: 'Chrome',
        createdAt: new Date(1_000),
      }
      await world.shell.prisma.deviceKey.create({ data: device })
      return device.id
    }
    const [own, foreign] = [await phone(here, 'a'), await phone(there, 'b')]
    const seen = await admin.devices()
    expect(seen.devices).toMatchObject([{ id: own, personId: here, since: 1_000, revokedAt: null }])
    expect(await admin.revokeDevice({ deviceId: foreign })).toMatchObject({ ok: false })
    expect(await admin.revokeDevice({ deviceId: own })).toEqual({ ok: true })
    expect(await admin.revokeDevice({ deviceId: own })).toMatchObject({ ok: false })
    const row = await world.shell.prisma.deviceKey.findUniqueOrThrow({ where: { id: own } })
    expect([row.revokedAt !== null, row.revokedBy]).toEqual([true, adminId])
    const record = await world.database.pool.query(
      "select subject from audit_entry where action = 'device.revoked'",
    )
    expect(record.rows).toEqual([{ subject: `person:${here}` }])
  })
})

describe('one’s own account', () => {
  test('a new password needs the old one, ends the other sessions and keeps this one', async () => {
    const id = await world.person('sendiri', { role: 'NEGERI_OFFICER', areas: ['81.01.12.2012'] })
    const here = await openSession(world.shell, world.database.pool, id, FROM, false)
    const other = await world.signedIn(id)
    const actor = {
      id,
      name: 'Sendiri',
      role: 'NEGERI_OFFICER' as const,
      areas: ['81.01.12.2012'],
      services: [],
    }
    const me = createCallerFactory(accountRouter)(
      context(actor, {
        sessionId: here.sessionId,
        person: { ...actor, username: 'sendiri', locale: 'id', enrolled: false, demo: false },
      }),
    )
    const next = 'pala fuli dan cengkih'
    expect(await me.changePassword({ current: 'bukan', next })).toEqual({
      ok: false,
      refusal: { why: 'wrong-password', left: 4 },
    })
    expect(await me.changePassword({ current: PASSWORD, next: 'pala fuli' })).toMatchObject({
      refusal: { refusal: { why: 'too-short', least: 15 } },
    })
    expect(await me.changePassword({ current: PASSWORD, next: PASSWORD })).toMatchObject({
      refusal: { why: 'same-password' },
    })
    expect(await sessionOf(world.shell, other)).not.toBeNull()
    expect(await me.changePassword({ current: PASSWORD, next })).toEqual({ ok: true })
    expect(await sessionOf(world.shell, other)).toBeNull()
    expect(await sessionOf(world.shell, `satu-antrean=${here.token}`)).not.toBeNull()
    expect(
      await signInWithPassword(world.shell, 'sendiri', next, { ...FROM, address: '10.4.0.1' }),
    ).toMatchObject({ ok: true })
  })

  test('a second factor that the role needs is not taken off, and a ticket of someone else sets up nothing', async () => {
    const one = await world.person('kode.satu')
    const two = await world.person('kode.dua')
    const as = (id: string) =>
      createCallerFactory(accountRouter)(
        context({ id, name: id, role: 'OPERATOR', areas: ['81.01'], services: [] }),
      )
    expect(await as(one).removeSecondFactor({ password: PASSWORD })).toEqual({
      ok: false,
      refusal: { why: 'needed-for-role' },
    })
    const begun = await as(one).beginSecondFactor({ password: PASSWORD })
    if (!begun.ok) throw new Error(begun.refusal.why)
    expect(await as(two).finishSecondFactor({ ticket: begun.ticket, code: '123456' })).toEqual({
      ok: false,
      refusal: { why: 'too-late' },
    })
    world.later(16 * 60_000)
    expect(await as(one).finishSecondFactor({ ticket: begun.ticket, code: '123456' })).toEqual({
      ok: false,
      refusal: { why: 'too-late' },
    })
  })
})

test('an audit search is itself on record, before its answer, and comes in pages without a hole', async () => {
  for (let n = 0; n < 6; n += 1) await admin.createUser({ ...newPerson, username: `halaman.${n}` })
  const first = await admin.audit({ action: 'person.create' })
  const { rows } = await world.database.pool.query(
    "select detail from audit_entry where action = 'audit.search'",
  )
  expect(rows).toEqual([{ detail: { action: 'person.create' } }])
  expect(first.rows.map((row) => row.action)).toEqual(first.rows.map(() => 'person.create'))
  const [, second] = first.rows
  const rest = await admin.audit({ action: 'person.create', before: second!.mark })
  expect(rest.rows.map((row) => row.mark)).toEqual(first.rows.slice(2).map((row) => row.mark))
  const about = await admin.audit({ subject: 'halaman.3' })
  expect(about.rows.map((row) => [row.action, row.subjectName])).toEqual([['person.create', 'halaman.3']])
  const byName = await admin.audit({ person: 'nama KEPALA', action: 'person.create' })
  expect(byName.rows.length).toBe(first.rows.length)
  expect((await admin.audit({ person: 'tidak ada yang bernama begini' })).rows).toEqual([])
  expect((await admin.audit({ subject: 'AL-26-00001' })).rows).toEqual([])
  const none = await admin.audit({ from: '2020-01-01', to: '2020-01-02' })
  expect(none.rows).toEqual([])
})
