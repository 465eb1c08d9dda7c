import type { Actor } from '#domain/access/actor.ts'
import type { CommandEnvelope } from '#domain/case/command.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { Origin } from '#server/audit/chain.ts'
import { loadCase } from '#server/case/load-case.ts'
import { runCommand } from '#server/case/run-command.ts'
import type { Shell } from '#server/shell.ts'
import { keepWork } from './keep-work.ts'

type LateShell = Pick<Shell, 'pool' | 'sealer' | 'clock' | 'feed'>

/**
 * An act that came too late is laid before whoever holds the case now. Under the act's own command id: so it was either
 * done or proposed, and can never become both, however often its device sends it. Where its author can propose nothing
 * (the case ended, or is no longer theirs to see) it is kept for the supervisor.
 */
export async function laterForOthers(
  shell: LateShell,
  actor: Actor,
  envelope: CommandEnvelope,
  why: Refusal['why'],
  origin: Origin,
): Promise<void> {
  const { commandId, command } = envelope
  const proposal = { type: 'proposeWork', proposalId: commandId, work: command } as const
  const answer = await runCommand(shell, actor, { ...envelope, command: proposal }, origin)
  if (!answer.ok) await keepWork(shell, actor, envelope, why)
}

/** This very act came before and lies before the holder: its device asks again what became of it. */
export async function isProposed(
  shell: Pick<Shell, 'pool' | 'sealer'>,
  { commandId, caseId }: CommandEnvelope,
): Promise<boolean> {
  const file = await loadCase(shell, caseId)
  return file?.proposals?.some((one) => one.id === commandId) ?? false
}
