import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { copyFolder } from './copy-folder.ts'

/** Rebuilt at every start, or belonging to the running server only. */
const LEFT_OUT =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)$|(^|\/)(postmaster\.(pid|opts)|pgsql_tmp[^/]*|pg_internal\.init)$/

/**
 * A copy of a running cluster by PostgreSQL's own low-level way, since the embedded one brings no pg_basebackup: its
 * pages as they are being written, and the log that makes them whole. A slot keeps that log from being recycled.
 */
export async function backUpCluster(superuserUrl: string, cluster: string, target: string): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query("SELECT pg_create_physical_replication_slot('satu_backup', true, true)") // temporary: goes with the connection
    const begun = await client.query<{ wal: string }>(
      "SELECT pg_walfile_name(pg_backup_start('satu-antrean', true)) AS wal",
    )
    const bytes = await copyFolder(cluster, target, { takes: (relative) => !LEFT_OUT.test(relative) })
    const ended = await client.query<{ wal: string; labelfile: string }>(
      'SELECT pg_walfile_name(lsn) AS wal, labelfile FROM pg_backup_stop(false)',
    )
    const [first, last] = [begun.rows[0]?.wal, ended.rows[0]?.wal]
    if (first === undefined || last === undefined)
      throw new Error('PostgreSQL did not say which part of its log the backup needs.')
    await writeFile(path.join(target, 'backup_label'), ended.rows[0]?.labelfile ?? '')
    return bytes + (await copyLog(cluster, target, first, last))
  } finally {
    await client.end()
  }
}

async function copyLog(cluster: string, target: string, first: string, last: string): Promise<number> {
  await mkdir(path.join(target, 'pg_wal', 'archive_status'), { recursive: true })
  const parts = (await readdir(path.join(cluster, 'pg_wal'))).filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last,
  )
  if (!parts.includes(first) || !parts.includes(last))
    throw new Error('A part of the log that the backup needs is gone already: try again.')
  for (const name of parts)
    await copyFile(path.join(cluster, 'pg_wal', name), path.join(target, 'pg_wal', name))
  return parts.length * 16 * 1024 * 1024
}
