import { chmodSync, mkdirSync } from 'node:fs'

const PLACE = '/var/lib/satu-antrean'

/** Where root puts what another user must reach. Only asked for when we are root, so it can always be made. */
export function sharedPlace(): string {
  mkdirSync(PLACE, { recursive: true })
  chmodSync(PLACE, 0o711) // the umask of a private machine would close it again
  return PLACE
}
