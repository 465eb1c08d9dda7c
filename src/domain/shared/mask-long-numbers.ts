/**
 * A run of 16 digits or more, plain, in groups of four, or as a NIK is often written: `81.01.12.440293.9103`,
 * `810112 440293 9103`. Hyphens count where no letter or hyphen touches them: the middle of a UUID looks the same.
 */
const LONG_NUMBER = new RegExp(
  [
    String.raw`(?<!\d)\d{4}([ .]?)\d{4}\1\d{4}\1\d{4}\d*`,
    String.raw`(?<!\d)\d\d([ .]?)\d\d\2\d\d[ .]\d\d([ .]?)\d\d\3\d\d[ .]\d{4}(?!\d)`,
    String.raw`(?<![\w-])\d{4}-\d{4}-\d{4}-\d{4}(?![\w-])`,
    String.raw`(?<![\w-])(?:\d{6}|\d\d-\d\d-\d\d)-(?:\d{6}|\d\d-\d\d-\d\d)-\d{4}(?![\w-])`,
  ].join('|'),
  'g',
)

/**
 * Hides everything that looks like a NIK or a No. KK, however deep it lies in a value: `8101••••••••0003`.
 * Numbers (instants, sizes) stay; only text is searched. It is the second wall, behind the masking by field.
 */
export function maskLongNumbers<T>(value: T): T {
  return walk(value) as T
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value)
  if (Array.isArray(value)) return value.map(walk)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
  }
  return value
}

function maskText(text: string): string {
  return text.replace(LONG_NUMBER, (run) => {
    const digits = run.replace(/\D/g, '')
    return `${digits.slice(0, 4)}••••••••${digits.slice(-4)}`
  })
}
