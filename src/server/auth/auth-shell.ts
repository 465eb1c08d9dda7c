import type { Shell } from '#server/shell.ts'

/** What log-in needs of the shell. Next's own module graph has no more than this. */
export type AuthShell = Pick<Shell, 'config' | 'pool' | 'clock' | 'log' | 'sealer'>

/** Where a request came from, for the record. */
export type RequestOrigin = { readonly address: string; readonly device: string }

/** One-click log-ins and log-in without a second factor exist here only. */
export function isDemo(config: Shell['config']): boolean {
  return config.seed === 'demo' && !config.production
}
