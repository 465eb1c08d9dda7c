/**
 * No text in this value holds a NUL or half a character. PostgreSQL refuses both, deep inside a write or a record of
 * a read, where it would be a fault; no keyboard makes them.
 */
export function isCleanText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (Array.isArray(value)) return value.every(isCleanText)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, inner]) => isCleanText(key) && isCleanText(inner))
}
