import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Figure, Options } from './report.ts'
import { report } from './report.ts'

/** `npm run bench NAME [-- --quick --rounds 3 --json FILE]`: each NAME.ts exports `measure(options)`. */
const [name = '', ...words] = process.argv.slice(2)
const file = path.join(import.meta.dirname, `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  process.stderr.write(`No such benchmark: ${name}\n`)
  process.exit(2)
}
const more: Record<string, string> = {}
words.forEach((word, at) => {
  if (word.startsWith('--'))
    more[word.slice(2)] = words[at + 1]?.startsWith('--') === false ? (words[at + 1] ?? '') : 'yes'
})
const quick = more['quick'] !== undefined
const options: Options = { quick, rounds: Number(more['rounds'] ?? (quick ? 1 : 3)), more }
const { measure } = (await import(pathToFileURL(file).href)) as {
  measure(options: Options): Promise<readonly Figure[]>
}
process.exit(report(name, options, await measure(options)) ? 0 : 1)
