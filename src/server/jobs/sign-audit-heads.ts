import type { HeadSigner } from '#server/audit/signed-heads.ts'
import { createHeadSigner } from '#server/audit/signed-heads.ts'
import { readKeys } from '#server/seal/keys.ts'
import type { JobShell } from './job.ts'

const signers = new WeakMap<JobShell['pool'], HeadSigner>()

/** Every instance keeps its own signed copy of where the audit chains end, outside the database. */
export async function signAuditHeads(shell: Pick<JobShell, 'pool' | 'clock' | 'config'>): Promise<void> {
  const { dataDir, keys } = shell.config
  const signer = signers.get(shell.pool) ?? createHeadSigner(shell, dataDir, readKeys(dataDir, keys).audit)
  signers.set(shell.pool, signer)
  await signer.sign()
}
