import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { ConfigError } from '#server/config.ts'
import type { Shell } from '#server/shell.ts'
import { firstAdmin, type FirstAdmin } from './first-admin.ts'
import { isDone, STEPS } from './seed-marks.ts'

type SeedShell = Pick<Shell, 'config' | 'prisma' | 'clock'>
export type Seeded = { readonly firstAdmin: FirstAdmin | undefined }

/**
 * Sees to it that the database is filled, once. The filling itself is a process of its own (fill.ts): what it loads and
 * needs in memory is gone before the server answers. A filled database costs one query.
 */
export async function runSeed(shell: SeedShell): Promise<Seeded> {
  await refuseDemoPeople(shell)
  const done = await isDone(shell.prisma)
  if (STEPS[shell.config.seed].some((step) => !done.has(step))) await fill()
  return { firstAdmin: shell.config.seed === 'empty' ? await firstAdmin(shell) : undefined }
}

async function fill(): Promise<void> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'fill.ts')], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0)
    throw new Error('The database could not be filled: see above. Starting again goes on where it stopped.')
}

async function refuseDemoPeople(shell: SeedShell): Promise<void> {
  if (!shell.config.production) return
  const demo = await shell.prisma.person.count({ where: { demo: true, disabledAt: null } })
  if (demo > 0)
    throw new ConfigError(
      `Production refuses this database: it holds ${demo} demo accounts. Start on an empty DATA_DIR or DATABASE_URL.`,
    )
}
