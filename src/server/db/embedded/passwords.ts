import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod/mini'
import { writeSecret } from '#server/seal/write-secret.ts'

const strong = z.string().check(z.minLength(32))
const Passwords = z.strictObject({ superuser: strong, owner: strong, app: strong })
export type Passwords = z.infer<typeof Passwords>

/** Random passwords of the embedded PostgreSQL's three log-ins, made before its cluster so that a kill loses neither. */
export function passwords(dataDir: string, clusterExists: boolean): Passwords {
  const file = path.join(dataDir, 'secrets', 'database.json')
  if (existsSync(file)) return Passwords.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (clusterExists) throw new Error(`The database is here but ${file} is not: restore it from the backup.`)
  const make = () => randomBytes(32).toString('base64url')
  const made = { superuser: make(), owner: make(), app: make() }
  writeSecret(file, JSON.stringify(made, null, 2))
  return made
}
