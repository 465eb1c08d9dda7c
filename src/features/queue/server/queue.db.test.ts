import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { decodeRow } from '#domain/case/row-codec.ts'
import { loadCase } from '#server/case/load-case.ts'
import { House, ORIGIN } from '#server/case/testing/house.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { findByIdentity } from './find-by-identity.ts'
import { ownQueues } from './own-queues.ts'
import type { ClosedPage } from './search-closed.ts'
import { ClosedSearch, searchClosed } from './search-closed.ts'

const QUEUE = '81.01/KK'
let house: House
const ended: string[] = []

beforeAll(async () => {
  house = await new House(await testDatabase()).open()
  await house.db.pool.query(
    "insert into region (code, name, level) values ('81.01', 'MALUKU TENGAH', 'kabupaten'), ('82.01', 'HALMAHERA', 'kabupaten')",
  )
  for (let n = 0; n < 12; n += 1) {
    const [by, negeri] = n % 3 ? [WHO.hanafi, SAPARUA] : [WHO.elsewhere, BANDA]
    const caseId = await house.draft(by, negeri, 'KK')
    await house.addPapers(caseId, by)
    await house.do(by, caseId, { type: 'submit' })
    if (n === 11) continue // one stays open
    await house.do(by, caseId, {
      type: 'cancel',
      reason: 'Pemohon menarik permohonan',
      statement: 'Surat pernyataan',
    })
    ended.push(caseId)
  }
})
afterAll(async () => {
  await house.close()
  await house.db.drop()
})

const search = (actor: Actor, asked: object): Promise<ClosedPage> =>
  searchClosed(house.shell, actor, ClosedSearch.parse({ queues: [QUEUE], ...asked }), ORIGIN)
const ids = (page: ClosedPage): string[] => page.rows.map((tuple) => decodeRow(tuple)!.id)

async function allPages(actor: Actor, asked: object): Promise<string[]> {
  const found: string[] = []
  let after: ClosedPage['next'] | undefined
  do {
    const page = await search(actor, { ...asked, limit: 3, ...(after ? { after } : {}) })
    found.push(...ids(page))
    after = page.next
  } while (after)
  return found
}

describe('ended cases', () => {
  it('come page by page, each once, newest first, oldest first and by name', async () => {
    expect(await allPages(WHO.yopi, {})).toEqual(ended.toReversed())
    expect(await allPages(WHO.yopi, { sort: 'oldest' })).toEqual(ended)
    expect((await allPages(WHO.yopi, { sort: 'name' })).toSorted()).toEqual(ended.toSorted())
  })

  it('are those that this person may see, by area and side', async () => {
    expect(await allPages(WHO.elsewhere, {})).toEqual(ended.filter((_, n) => n % 3 === 0).toReversed())
    expect(await allPages(WHO.lena, {})).toEqual(ended.filter((_, n) => n % 3 !== 0).toReversed())
    for (const nobody of [WHO.regent, WHO.admin, WHO.neighbour])
      expect(await allPages(nobody, {})).toEqual([])
  })

  it('are found by beginnings of the name, by number, by stage, kind and place', async () => {
    const name = decodeRow((await search(WHO.yopi, {})).rows[0])!.applicant
    const [first = '', second = ''] = name.split(' ')
    expect(
      await allPages(WHO.yopi, { words: `${second.slice(0, 3).toLowerCase()} ${first.slice(0, 2)}` }),
    ).toHaveLength(11)
    expect(await allPages(WHO.yopi, { words: 'zzz' })).toEqual([])
    const number = (await loadCase(house.shell, ended[4]!))!.number!
    expect(await allPages(WHO.yopi, { words: number.toLowerCase() })).toEqual([ended[4]])
    expect(await allPages(WHO.yopi, { stages: ['CLOSED'] })).toEqual([])
    expect(
      await allPages(WHO.yopi, { stages: ['CANCELLED'], kinds: ['KK_LOST'], region: '81.01.01' }),
    ).toHaveLength(4)
    expect(await allPages(WHO.yopi, { region: '81.01.0' }).catch(() => 'refused')).toBe('refused')
  })

  it.each(["' or 1=1 --", '%', '_', 'a:* | b', '!!!', '\\', 'AL-%', '&', '\u{1F600}'])(
    'odd words find nothing and break nothing: %s',
    async (words) => {
      expect(await allPages(WHO.yopi, { words })).toEqual([])
    },
  )

  it('a cursor of another order, or an offset, is refused', () => {
    const after = { key: 'a', id: randomUUID() }
    expect(ClosedSearch.safeParse({ queues: [QUEUE], after }).success).toBe(false)
    expect(ClosedSearch.safeParse({ queues: [QUEUE], offset: 10 }).success).toBe(false)
  })

  it('a search by words is on record, without the words', async () => {
    await search(WHO.verifier, { words: 'RAHASIA' })
    const entries = await house.db.prisma.auditEntry.findMany({ where: { personId: 'verifier' } })
    expect(entries.map((entry) => entry.action)).toEqual(['case.searchClosed'])
    expect(
      JSON.stringify(entries, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    ).not.toContain('RAHASIA')
  })
})

describe('by NIK', () => {
  it('finds open and ended cases that name it, as far as they may be seen, and puts the search on record without the number', async () => {
    const nik = (await loadCase(house.shell, ended[0]!))?.answers['applicantNik'] as string
    const found = async (actor: Actor): Promise<number> =>
      (await findByIdentity(house.shell, actor, nik, ORIGIN)).rows.length
    expect([await found(WHO.yopi), await found(WHO.elsewhere), await found(WHO.admin)]).toEqual([12, 4, 0])
    expect((await findByIdentity(house.shell, WHO.yopi, '8101011203880000', ORIGIN)).rows).toEqual([])
    const { rows } = await house.db.pool.query<{ text: string }>(
      "select a::text as text from audit_entry a where action = 'case.searchIdentity'",
    )
    expect(rows).toHaveLength(4)
    expect(rows.some(({ text }) => text.includes(nik))).toBe(false)
  })
})

describe('own queues', () => {
  it('are the three of the kabupaten, fewer for whoever serves fewer, all of a province, none for leadership', async () => {
    const of = async (actor: Actor): Promise<string[]> =>
      (await ownQueues(house.shell, actor)).map((queue) => queue.id)
    expect(await of(WHO.yopi)).toEqual(['81.01/KK', '81.01/AKTA_KELAHIRAN', '81.01/SKPWNI'])
    expect(await of({ ...WHO.yopi, services: ['SKPWNI'] })).toEqual(['81.01/SKPWNI'])
    expect(await of({ ...WHO.head, areas: ['82'], services: ['KK'] })).toEqual(['82.01/KK'])
    expect(await of(WHO.regent)).toEqual([])
  })
})
