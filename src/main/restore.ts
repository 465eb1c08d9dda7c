import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import path from 'node:path'
import { headsFile } from '#server/audit/signed-heads.ts'
import { copyFolder } from '#server/backup/copy-folder.ts'
import { ConfigError, readConfig } from '#server/config.ts'
import { clusterPlace } from '#server/db/embedded/cluster-place.ts'
import { runAs } from '#server/db/embedded/run-as.ts'

/**
 * `npm run restore -- BACKUP`: puts a backup into an empty DATA_DIR whose `secrets` were brought back before. The next
 * start lets PostgreSQL make the pages whole. Nothing that is there is written over.
 */
export async function restore(dataDir: string, backup: string): Promise<void> {
  if (!existsSync(path.join(backup, 'manifest.json')))
    throw new ConfigError(`${backup} is not a whole backup.`)
  for (const name of ['keys.json', 'database.json']) {
    if (!existsSync(path.join(dataDir, 'secrets', name)))
      throw new ConfigError(
        `Bring ${path.join(dataDir, 'secrets', name)} back first: without it nothing can be read.`,
      )
  }
  mkdirSync(dataDir, { recursive: true })
  const owner = runAs()
  const place = clusterPlace(dataDir, owner)
  const cluster = path.join(place, 'cluster')
  const files = path.join(dataDir, 'files')
  for (const one of [cluster, files])
    if (existsSync(one)) throw new ConfigError(`${one} is there already: restore into an empty DATA_DIR.`)
  const half = path.join(place, 'new-restored')
  rmSync(half, { recursive: true, force: true })
  await copyFolder(path.join(backup, 'cluster'), half, { owner })
  if (existsSync(path.join(backup, 'files'))) await copyFolder(path.join(backup, 'files'), files)
  if (existsSync(path.join(backup, 'audit-heads.jsonl')))
    await copyFile(path.join(backup, 'audit-heads.jsonl'), headsFile(dataDir))
  renameSync(half, cluster)
}

if (process.argv[1] === import.meta.filename) {
  const [backup] = process.argv.slice(2)
  try {
    if (backup === undefined)
      throw new ConfigError('npm run restore -- BACKUP, into an empty DATA_DIR with its secrets.')
    await restore(readConfig(process.env).dataDir, path.resolve(backup))
    process.stdout.write(
      'Dipulihkan. Periksa: npm run audit:verify, lalu npm start. / Restored. Check it with audit:verify, then start.\n',
    )
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(error instanceof ConfigError ? 78 : 1)
  }
}
