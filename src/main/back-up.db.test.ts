import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded, type Embedded } from '#server/db/embedded.ts'
import { applyMigrations } from '#server/db/migrate.ts'
import { readKeys } from '#server/seal/keys.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

let scratch = ''
const opened: Embedded[] = []
const folder = (name: string) => {
  const made = path.join(scratch, name)
  mkdirSync(made, { recursive: true })
  return made
}
beforeAll(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'satu-backup-'))
  chmodSync(scratch, 0o711)
})
afterAll(async () => {
  for (const one of opened) await one.discard()
  rmSync(scratch, { recursive: true, force: true })
})

test('a backup taken while it is written to comes back whole, with every paper, under its keys only', async () => {
  const dataDir = folder('here')
  readKeys(dataDir, undefined)
  const here = await startEmbedded({ dataDir })
  opened.push(here)
  await applyMigrations(here.ownerUrl)
  mkdirSync(path.join(dataDir, 'files', 'blobs', 'ab'), { recursive: true })
  writeFileSync(path.join(dataDir, 'files', 'blobs', 'ab', 'abcd'), 'sealed paper')

  const pool = new pg.Pool({ connectionString: here.appUrl, max: 4 })
  let acknowledged = 0
  let writing = true
  const writers = Array.from({ length: 4 }, async () => {
    while (writing) {
      await pool.query("INSERT INTO audit_chain (chain) VALUES (gen_random_uuid()::text || repeat('x', 500))")
      acknowledged += 1
    }
  })
  while (acknowledged < 200) await new Promise((resolve) => setTimeout(resolve, 10))
  const before = acknowledged
  const backup = await backUp(dataDir, folder('backups'), new Date())
  const after = acknowledged
  writing = false
  await Promise.all(writers)
  await pool.end()
  expect(after).toBeGreaterThan(before) // it was in use meanwhile
  expect(existsSync(path.join(backup, 'secrets'))).toBe(false)

  const elsewhere = folder('elsewhere')
  await expect(restore(elsewhere, backup)).rejects.toThrow(/secrets/)
  cpSync(path.join(dataDir, 'secrets'), path.join(elsewhere, 'secrets'), { recursive: true })
  await restore(elsewhere, backup)
  const there = await startEmbedded({ dataDir: elsewhere })
  opened.push(there)
  const client = new pg.Client({ connectionString: there.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_chain')
  expect(rows[0]?.n).toBeGreaterThanOrEqual(before)
  await client.end()
  expect(await applyMigrations(there.ownerUrl)).toEqual([])
  expect(readFileSync(path.join(elsewhere, 'files', 'blobs', 'ab', 'abcd'), 'utf8')).toBe('sealed paper')
  await expect(restore(elsewhere, backup)).rejects.toThrow(/there already/)
})
