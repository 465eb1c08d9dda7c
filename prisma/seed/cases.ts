import type { Shell } from '#server/shell.ts'

/**
 * About 1,500 believable cases over the 90 days before now, made by `runCommand` and nothing else. Called once on an
 * empty demo, and again after a kill: it goes on from its own `SeedMark` (`cases:…`).
 */
export async function seedCases(_shell: Shell, _say: (progress: string) => void): Promise<void> {}
