import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'
import type { Config } from '#server/config.ts'

/** Progress for whoever watches the start. Nothing else is written as plain text. */
export function say(words: string): void {
  process.stdout.write(`  ${words}\n`)
}

/**
 * Where log lines go: in production all of them to standard output, for a collector; in a demo to a file, so that the
 * terminal stays readable, with what went wrong repeated on standard error.
 */
export function logDestination(
  config: Pick<Config, 'production' | 'dataDir' | 'logLevel'>,
): pino.DestinationStream {
  if (config.production) return pino.destination({ dest: 1, sync: true })
  const folder = path.join(config.dataDir, 'log')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'server.log')
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`)
  return pino.multistream([
    {
      level: config.logLevel as pino.Level,
      stream: pino.destination({ dest: file, sync: true }),
    },
    { level: 'error', stream: pino.destination({ dest: 2, sync: true }) },
  ])
}
