import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeSecret } from '#server/seal/write-secret.ts'
import { runningPostmaster } from './postmaster.ts'
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
  sweepScratch(sharedPlace())
  const outside = owned(path.join(sharedPlace(), randomBytes(8).toString('hex')), as)
  writeFileSync(path.join(outside, OWNER), dataDir)
  writeSecret(note, outside)
  return outside
}

const OWNER = 'data-dir'

/** Trials and tests delete their temporary DATA_DIR and know nothing of its other half. Nobody else's is touched. */
function sweepScratch(shared: string): void {
  for (const name of readdirSync(shared)) {
    const place = path.join(shared, name)
    const owner = path.join(place, OWNER)
    if (!existsSync(owner)) continue
    const dataDir = readFileSync(owner, 'utf8')
    const temporary = !path.relative(os.tmpdir(), dataDir).startsWith('..')
    if (!temporary || existsSync(dataDir) || runningPostmaster(path.join(place, 'cluster'))) continue
    rmSync(place, { recursive: true, force: true })
  }
}

function owned(folder: string, as: RunAs | undefined): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  if (as) chownSync(folder, as.uid, as.gid)
  return folder
}
