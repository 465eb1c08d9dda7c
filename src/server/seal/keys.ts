import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import { ConfigError } from '#server/config.ts'
import { writeSecret } from './write-secret.ts'

const key = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}=?$/))

/** Keys outside the database. `sealing[0]` seals; older ones stay to open what they once sealed. */
const Keys = z.strictObject({
  sealing: z
    .array(z.strictObject({ id: z.number().check(z.int(), z.gte(1), z.lte(255)), key }))
    .check(z.minLength(1)),
  /** For exact search by NIK and No. KK: changing it means indexing again. */
  blindIndex: key,
  /** Signs session cookies. */
  session: key,
  /** Signs the heads of the audit chains. */
  audit: key,
})
export type Keys = z.infer<typeof Keys>

/** A key that anyone could guess: all one byte, or readable text such as "example". */
function isExample(value: string): boolean {
  const bytes = Buffer.from(value, 'base64url')
  return (
    new Set(bytes).size < 12 ||
    /example|contoh|changeme|secret|password|demo/i.test(bytes.toString('latin1') + value)
  )
}

/**
 * The keys of this installation: from `SATU_KEYS` (JSON), else from `DATA_DIR/secrets/keys.json`, made on the first
 * start and readable by its owner only. Losing them means losing what is sealed: they belong into the backup's safe.
 */
export function readKeys(dataDir: string, fromEnvironment: string | undefined): Keys {
  const keys =
    fromEnvironment === undefined
      ? keysOnDisk(path.join(dataDir, 'secrets', 'keys.json'))
      : parse(fromEnvironment, 'SATU_KEYS')
  const all = [keys.blindIndex, keys.session, keys.audit, ...keys.sealing.map((one) => one.key)]
  if (all.some(isExample))
    throw new ConfigError(
      'The keys are example values: delete them to have real ones made, or set SATU_KEYS.',
    )
  if (new Set(all).size !== all.length)
    throw new ConfigError('Two of the keys are the same: each purpose needs its own.')
  return keys
}

function parse(text: string, where: string): Keys {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ConfigError(`${where} is not JSON: restore the keys from the backup.`)
  }
  const parsed = Keys.safeParse(json)
  if (!parsed.success)
    throw new ConfigError(`${where} does not hold the keys it should: restore them from the backup.`)
  return parsed.data
}

function keysOnDisk(file: string): Keys {
  if (existsSync(file)) return parse(readFileSync(file, 'utf8'), file)
  const make = () => randomBytes(32).toString('base64url')
  const keys: Keys = { sealing: [{ id: 1, key: make() }], blindIndex: make(), session: make(), audit: make() }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeSecret(file, JSON.stringify(keys, null, 2))
  return keys
}
