import type { CaseCommand, CommandEnvelope } from '#domain/case/command.ts'
import type { OutboxItem } from '#client/device/device-entry.ts'

/** What an item asks of its case: a paper's command names the file by the id that the device gave it. */
export function commandOf(item: OutboxItem): CaseCommand {
  if (item.what === 'command') return item.command
  const { paperId, ruleId, replaces, verdict } = item
  return {
    type: 'addPaper',
    fileId: paperId,
    ruleId,
    ...(replaces === undefined ? {} : { replaces }),
    ...(verdict === undefined ? {} : { verdict }),
  }
}

/** The same on every attempt and on every way: the Dinas compares it with what came under this id before. */
export function envelopeOf(item: OutboxItem): CommandEnvelope {
  const seenVersion = item.what === 'command' ? item.seenVersion : 0
  return { commandId: item.id, caseId: item.caseId, seenVersion, command: commandOf(item) }
}
