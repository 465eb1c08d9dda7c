// What a spreadsheet may take for a formula, in plain and in full width, and what hides before one.
const FORMULA_START = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u
const NEEDS_QUOTES = /[",;\n\r\t]/

/**
 * One cell of a CSV file that a spreadsheet shows and never runs: what looks like a formula gets an apostrophe in
 * front, and separators are quoted. Numbers stay numbers. The only way into any export (OWASP ASVS 1.2.10).
 */
export function safeCell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const harmless = FORMULA_START.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Rows as a CSV text with Windows line ends and the mark that makes a spreadsheet read it as UTF-8. */
export function csvOf(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(safeCell).join(';')).join('\r\n')}\r\n`
}
