import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from './embedded.ts'
import { applyMigrations } from './migrate.ts'
import { sqlToReachSchema } from './schema-engine.ts'

/** `npm run db:migration -- add-survey`: the next migration from what prisma/schema.prisma says now. */
const [name] = process.argv.slice(2)
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error('Name it in kebab-case: npm run db:migration -- add-survey')
  process.exit(2)
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-migration-'))
const database = await startEmbedded({ dataDir, durable: false })
try {
  await applyMigrations(database.ownerUrl)
  const sql = await sqlToReachSchema(database.ownerUrl, path.resolve('prisma/schema.prisma'))
  if (/^\s*(--.*)?\s*$/.test(sql)) {
    console.log('The migrations already lead to this schema.')
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = path.join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'migration.sql'), sql)
    console.log(`${folder}/migration.sql: read it, give new tables their rights, commit it with the schema.`)
  }
} finally {
  await database.discard()
}
