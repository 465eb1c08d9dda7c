import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { DraftModel } from './draft-model.ts'

/**
 * The device has no room to keep an act: it goes straight to the Dinas, if it can be asked now. Not before what waits
 * of the same case, and not for a case that the Dinas does not know yet. Undefined: it was not heard, and stands on
 * the page.
 */
export async function pastFullDisk(
  model: DraftModel,
  command: CaseCommand,
): Promise<CommandAnswer | undefined> {
  const { entry, items } = model
  if (entry.view.version === 0 || items.length > 0) return undefined
  const { runCase } = await import('#client/run.ts')
  return runCase(command, entry.id, entry.view.version).catch(() => undefined)
}
