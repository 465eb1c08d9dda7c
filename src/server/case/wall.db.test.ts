import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { openPool } from '#server/db/pool.ts'
import { readAs } from '#server/db/read-as.ts'
import type { Sight } from '#server/db/read-as.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { House } from './testing/house.ts'

/** What is shown of a case, and how each row names it. */
const SHOWN = {
  case_file: 'id',
  case_event: 'case_id',
  case_identity: 'case_id',
  stored_file: 'case_id',
  notice: 'case_id',
} as const
/** What nobody is shown. */
const HIDDEN = ['effect', 'command_receipt'] as const
const TABLES = [...Object.keys(SHOWN), ...HIDDEN]

let house: House
/** The application's log-in as it comes: without the role of the house. */
let app: Pool
let mine = ''
let theirs = ''

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
  const address = new URL(house.db.url)
  address.searchParams.delete('role')
  app = openPool(address.href)
  mine = await house.submitted(WHO.hanafi, SAPARUA)
  theirs = await house.submitted(WHO.elsewhere, BANDA)
  await house.db.pool.query(
    `insert into notice (key, case_id, person_id, region, role, kind, at)
     select 'to person ' || id, id, owner_id, null, null, 'x', now() from case_file
     union all select 'to place ' || id, id, null, negeri, 'NEGERI_OFFICER', 'x', now() from case_file`,
  )
  await house.db.pool.query(
    "insert into effect (key, kind, case_id, payload, at) select id, 'x', id, '{}', now() from case_file",
  )
})
afterAll(async () => {
  await app.end()
  await house.close()
  await house.db.drop()
})

const sight = (areas: readonly string[], more: Partial<Sight> = {}): Sight => ({
  personId: 'nobody',
  areas,
  ownOnly: false,
  ...more,
})

/** The cases that show in a table to these eyes, whatever is asked for: everything. */
async function casesIn(table: keyof typeof SHOWN, eyes: Sight): Promise<readonly string[]> {
  const { rows } = await readAs(app, eyes, (db) =>
    db.query<{ id: string }>(`select distinct ${SHOWN[table]} as id from ${table}`),
  )
  return rows.map((row) => row.id).sort()
}

/** Tables that tell these eyes of something they must not see. */
async function leaks(eyes: Sight, allowed: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).map(async (table) => {
      const foreign = (await casesIn(table, eyes)).filter((id) => !allowed.includes(id))
      return foreign.length > 0 ? [table] : []
    }),
  )
  return found.flat()
}

const countAll = async (db: Pick<Pool, 'query'>, table: string): Promise<number> =>
  (await db.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1

describe.each(TABLES)('%s', (table) => {
  it('is not empty, or nothing here would be proved', async () => {
    expect(await countAll(house.db.pool, table)).toBeGreaterThan(0)
  })

  it('shows nothing to the log-in of the application without an area', async () => {
    expect(await countAll(app, table)).toBe(0)
    expect(await readAs(app, sight([]), (db) => countAll(db, table))).toBe(0)
  })

  it('is not written behind the wall', async () => {
    await expect(readAs(app, sight(['81']), (db) => db.query(`delete from ${table}`))).rejects.toThrow()
    const wrote = await app
      .query(`insert into ${table} select * from ${table} limit 1`)
      .catch(() => undefined)
    expect(wrote?.rowCount ?? 0).toBe(0)
  })
})

describe.each(Object.keys(SHOWN) as (keyof typeof SHOWN)[])('%s', (table) => {
  it('shows an area its own, and the kabupaten both', async () => {
    expect(await casesIn(table, sight([SAPARUA]))).toEqual([mine])
    expect(await casesIn(table, sight([BANDA]))).toEqual([theirs])
    expect(await casesIn(table, sight([SAPARUA.slice(0, 8)]))).toEqual([mine])
    expect(await casesIn(table, sight(['81.01']))).toEqual([mine, theirs].sort())
    expect(await casesIn(table, sight(['81.02', '81.01.1', '8']))).toEqual([])
  })

  it('shows an applicant their own only', async () => {
    expect(await casesIn(table, sight(['81.01'], { personId: WHO.hanafi.id, ownOnly: true }))).toEqual([mine])
  })
})

it.each(HIDDEN)('%s shows nothing to anybody', async (table) => {
  expect(await readAs(app, sight(['81', '81.01', SAPARUA]), (db) => countAll(db, table))).toBe(0)
})

it('leaves no area behind on the connection', async () => {
  const one = openPool(app.options.connectionString ?? '', { max: 1 })
  await readAs(one, sight(['81.01']), (db) => countAll(db, 'case_file'))
  await readAs(one, sight(['81.01']), () => Promise.reject(new Error('cut off'))).catch(() => undefined)
  expect(await countAll(one, 'case_file')).toBe(0)
  await one.end()
})

it('an area cannot be made wider by what stands in it', async () => {
  for (const area of ["81.02', true); reset role; --", '%', '81.01.12.2001,81.01'.replace(',', "','")])
    expect(await casesIn('case_file', sight([area]))).toEqual([])
})

it('is seen when it falls: a table without its policy, or without the wall', async () => {
  const owner = new Client({ connectionString: house.db.ownerUrl })
  await owner.connect()
  const planted = [
    ['alter table case_event disable row level security', 'alter table case_event enable row level security'],
    [
      'create policy hole on stored_file for select to satu_app using (true)',
      'drop policy hole on stored_file',
    ],
  ] as const
  const found: (readonly string[])[] = []
  for (const [fault, mend] of planted) {
    await owner.query(fault)
    found.push(await leaks(sight([SAPARUA]), [mine]))
    await owner.query(mend)
  }
  await owner.end()
  expect(found).toEqual([['case_event'], ['stored_file']])
  expect(await leaks(sight([SAPARUA]), [mine])).toEqual([])
})

// The book of acts is read behind the wall, by those whom its search lets; what of it shows is decided there.
it('every table that tells of a case, or of what is one person’s, stands behind the wall', async () => {
  const { rows } = await house.db.pool.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (a.attname in ('case_id', 'negeri') or a.attname in ('person_id', 'owner_id')
         and has_any_column_privilege('satu_app', c.oid, 'SELECT') and c.relname <> 'audit_entry')
       and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`,
  )
  expect(rows.map((row) => row.name)).toEqual([])
})

it('a right that is taken from the application is taken from the house too, or the table is the house’s alone', async () => {
  const { rows } = await house.db.pool.query<{ name: string }>(
    `select c.relname || ' ' || p.privilege as name from pg_class c,
       unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as p (privilege)
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_any_column_privilege('satu_app', c.oid, 'SELECT')
       and has_table_privilege('satu_app', c.oid, p.privilege) <> has_table_privilege('satu_house', c.oid, p.privilege)`,
  )
  expect(rows.map((row) => row.name)).toEqual([])
})
