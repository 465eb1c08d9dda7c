import { chmodSync, mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { startEmbedded, type Embedded } from '#server/db/embedded.ts'
import { openPool } from '#server/db/pool.ts'
import { openDatabase } from './open-database.ts'

let house: Embedded
let url = ''

/** A PostgreSQL as a Dinas may have one: no role of ours in it, and a log-in that is no superuser. */
beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-house-'))
  chmodSync(dataDir, 0o711)
  house = await startEmbedded({ dataDir })
  await asSuperuser('DROP DATABASE satu')
  await asSuperuser('DROP ROLE satu_app, satu_house')
  await asSuperuser("CREATE ROLE dinas LOGIN CREATEROLE PASSWORD 'milik-dinas'")
  await asSuperuser('CREATE DATABASE antrean OWNER dinas')
  const address = new URL(house.superuserUrl)
  Object.assign(address, { username: 'dinas', password: 'milik-dinas', pathname: '/antrean' })
  url = address.href
})
afterAll(() => house.discard())

async function asSuperuser(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: house.superuserUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

test('DATABASE_URL alone is enough, and the application still cannot change the log', async () => {
  const database = await openDatabase(readConfig({ DATABASE_URL: url }), () => {})
  const pool = openPool(database.url)
  const { rows } = await pool.query<{ role: string; zone: string }>(
    "SELECT current_user AS role, current_setting('timezone') AS zone",
  )
  expect(rows).toEqual([{ role: 'satu_house', zone: 'UTC' }])
  await expect(pool.query('DELETE FROM audit_entry')).rejects.toThrow(/permission denied/)
  await pool.query("INSERT INTO queue (id) VALUES ('81.01/KK')")
  await pool.end()
  await database.stop() // not ours: it goes on
  expect((await openDatabase(readConfig({ DATABASE_URL: url }), () => {})).adopted).toBe(true)
})

test('a log-in that may not act as the application is told what to do', async () => {
  await asSuperuser("CREATE ROLE lain LOGIN PASSWORD 'milik-lain'")
  await asSuperuser('CREATE DATABASE lain OWNER lain')
  const other = new URL(url)
  Object.assign(other, { username: 'lain', password: 'milik-lain', pathname: '/lain' })
  await expect(openDatabase(readConfig({ DATABASE_URL: other.href }), () => {})).rejects.toThrow(
    /GRANT satu_app, satu_house TO lain/,
  )
})

test('an address that leads nowhere is named', async () => {
  const nowhere = readConfig({ DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z' })
  await expect(openDatabase(nowhere, () => {})).rejects.toThrow(/^DATABASE_URL does not lead to a PostgreSQL/)
})
