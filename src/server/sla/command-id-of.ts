import { createHash } from 'node:crypto'

/**
 * The id of a command that the house gives by itself, made of what it is for: given twice, by two instances or after a
 * kill, it is one command. Shaped as a UUID of version 8.
 */
export function commandIdOf(what: string): string {
  const hex = createHash('sha256').update(`satu-antrean/${what}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
