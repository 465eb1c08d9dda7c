import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { headsFile } from '#server/audit/signed-heads.ts'
import { backUpCluster } from '#server/backup/back-up-cluster.ts'
import { copyFolder } from '#server/backup/copy-folder.ts'
import { readConfig } from '#server/config.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { readMigrations } from '#server/db/migrate.ts'

/**
 * `npm run backup -- FOLDER`: everything but the keys, while the server runs or not. The papers are copied last, so that
 * every one the database knows of is there; the signed ends of the audit chains first, so that none is missing in it.
 */
export async function backUp(dataDir: string, folder: string, now: Date): Promise<string> {
  const target = path.join(
    path.resolve(folder),
    `satu-antrean-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`,
  )
  const half = `${target}.half`
  const database = await startEmbedded({ dataDir })
  try {
    await mkdir(half, { recursive: true, mode: 0o700 })
    if (existsSync(headsFile(dataDir)))
      await copyFile(headsFile(dataDir), path.join(half, 'audit-heads.jsonl'))
    const bytes = await backUpCluster(database.superuserUrl, database.cluster, path.join(half, 'cluster'))
    const files = path.join(dataDir, 'files', 'blobs')
    const paperBytes = existsSync(files) ? await copyFolder(files, path.join(half, 'files', 'blobs')) : 0
    const manifest = {
      madeAt: now.toISOString(),
      migrations: readMigrations().map((one) => one.name),
      bytes,
      paperBytes,
    }
    await writeFile(path.join(half, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(half, target) // a name without .half is a whole one
    return target
  } finally {
    if (!database.adopted) await database.stop()
  }
}

if (process.argv[1] === import.meta.filename) {
  const [folder] = process.argv.slice(2)
  const config = readConfig(process.env)
  if (folder === undefined || config.databaseUrl !== undefined) {
    process.stderr.write(
      'npm run backup -- FOLDER saves the embedded database. For DATABASE_URL use pg_dump, and copy DATA_DIR/files after it.\n',
    )
    process.exit(78)
  }
  const target = await backUp(config.dataDir, folder, new Date())
  process.stdout.write(
    `${target}\nKunci tidak ikut: simpan DATA_DIR/secrets di tempat lain yang aman. / The keys are not in it: keep DATA_DIR/secrets in another safe place.\n`,
  )
}
