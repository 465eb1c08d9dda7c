import path from 'node:path'

export const ROOT = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../../..',
)

export function tell(words) {
  process.stdout.write(`  ${words}\n`)
}

/** For whoever started it: one clear sentence and no stack. 78 is "configuration error". */
export function refuse(words) {
  process.stderr.write(`\n${words}\n`)
  process.exit(78)
}
