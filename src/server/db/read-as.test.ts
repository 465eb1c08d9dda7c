import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
/** Where people are answered. The writer, the feed, the clocks and the audit look at every case by their nature. */
const ANSWERING = [
  'features',
  'server/page',
  'server/files/papers-handler.ts',
  'server/files/asked-upload.ts',
  'server/outbox/kept-work.ts',
  'server/visit/see-visits.ts',
]
const TABLES =
  /\b(?:from|join|update|into)\s+(?:case_file|case_event|case_identity|stored_file|notice|effect|command_receipt|kept_work|visit)\b/
const MODELS =
  /prisma\.(?:caseFile|caseEvent|caseIdentity|storedFile|notice|effect|commandReceipt|keptWork|visit)\b/
const UNWALLED = /\bloadCase\(|\bloadEvents\((?!\{ pool: db)/

function sourcesIn(place: string): readonly string[] {
  if (place.endsWith('.ts')) return [place]
  return readdirSync(path.join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('testing'))
    .map((name) => path.join(place, name))
}

/** Asks for rows of cases without going through the wall. */
function goesRoundTheWall(source: string): boolean {
  const asksForCases = TABLES.test(source) || MODELS.test(source)
  const takesWalledDb = /\bdb: (?:Queryable|Db)\b/.test(source)
  return (
    (asksForCases && !/\breadAs\(|\bseeCaseWith\(/.test(source) && !takesWalledDb) || UNWALLED.test(source)
  )
}

it('whoever answers a person reads cases behind the wall', () => {
  const round = ANSWERING.flatMap(sourcesIn).filter((name) =>
    goesRoundTheWall(readFileSync(path.join(ROOT, name), 'utf8')),
  )
  expect(round).toEqual([])
})

it('notices who does not', () => {
  for (const source of [
    'await shell.pool.query(`select id from case_file c`)',
    'await shell.prisma.storedFile.findMany({})',
    'const file = await loadCase(shell, caseId)',
    'await loadEvents(shell, caseId)',
  ])
    expect(goesRoundTheWall(source)).toBe(true)
  expect(goesRoundTheWall('readAs(shell.pool, sight, (db) => db.query("select id from case_file"))')).toBe(
    false,
  )
})
