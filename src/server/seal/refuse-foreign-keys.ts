import * as z from 'zod/mini'
import { ConfigError } from '#server/config.ts'
import type { Shell } from '#server/shell.ts'

const WORDS = 'satu antrean'
const CONTEXT = 'seed_mark:keys'
const Proof = z.strictObject({ sealed: z.string(), index: z.string() })

/**
 * Are these the keys that this database was sealed with? The first start leaves a proof in it. A second instance or a
 * restored backup with keys of its own would otherwise write what the others cannot read.
 */
export async function refuseForeignKeys(shell: Pick<Shell, 'prisma' | 'sealer' | 'clock'>): Promise<void> {
  const { prisma, sealer } = shell
  const value = {
    sealed: sealer.seal(WORDS, CONTEXT).toString('base64'),
    index: sealer.blindIndex('nik', WORDS),
  }
  await prisma.seedMark.createMany({
    data: [{ key: 'keys', value, at: new Date(shell.clock()) }],
    skipDuplicates: true,
  })
  const mark = await prisma.seedMark.findUniqueOrThrow({ where: { key: 'keys' }, select: { value: true } })
  const proof = Proof.parse(mark.value)
  if (proof.index === value.index && opens(sealer, proof.sealed)) return
  throw new ConfigError(
    'These keys are not the ones this database was sealed with: bring back its DATA_DIR/secrets/keys.json, or set SATU_KEYS.',
  )
}

function opens(sealer: Shell['sealer'], sealed: string): boolean {
  try {
    return sealer.open(Buffer.from(sealed, 'base64'), CONTEXT) === WORDS
  } catch {
    return false
  }
}
