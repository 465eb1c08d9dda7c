import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { writeSecret } from '#server/seal/write-secret.ts'
import { mayEnter, type RunAs } from './run-as.ts'
import { sharedPlace } from './shared-place.ts'

/**
 * The folder that holds the cluster and its log: inside DATA_DIR, or, when DATA_DIR lies where PostgreSQL's user may
 * not go (root's private home), in a shared place that DATA_DIR remembers. Never guessed from the path again: a moved
 * or deleted DATA_DIR must not meet the data of another one.
 */
export function clusterPlace(dataDir: string, as: RunAs | undefined): string {
  const note = path.join(dataDir, 'postgres.where')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  const inside = path.join(dataDir, 'postgres')
  if (existsSync(inside) || mayEnter(dataDir, as)) return owned(inside, as)
  const outside = owned(path.join(sharedPlace(), randomBytes(8).toString('hex')), as)
  writeSecret(note, outside)
  return outside
}

function owned(folder: string, as: RunAs | undefined): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  if (as) chownSync(folder, as.uid, as.gid)
  return folder
}
