import type { CaseCommand } from '#domain/case/command.ts'

/** The words that a person typed into an act: what must not be lost when the act is refused. */
export function wordsIn(command: CaseCommand): string {
  switch (command.type) {
    case 'returnToApplicant':
    case 'returnToNegeri':
      return command.faults.map((fault, index) => `${index + 1}. ${fault.instruction}`).join('\n')
    case 'sendBack':
    case 'refuseLate':
    case 'refuseSign':
    case 'dropRejection':
    case 'resume':
    case 'reassign':
    case 'declineWork':
    case 'hold':
      return command.reason
    case 'escalate':
      return command.reason ?? ''
    case 'cancel':
      return [command.reason, command.statement].filter(Boolean).join('\n')
    case 'reject':
      return [command.ground, command.route].join('\n')
    case 'reportError':
      return [command.what, command.evidence].filter(Boolean).join('\n')
    case 'checkItem':
      return command.ground ?? ''
    case 'proposeDraft':
      return [command.reference, command.note].filter(Boolean).join('\n')
    case 'approveLate':
      return command.decisionNumber
    case 'deliver':
      return command.receiver
    case 'pinPaper':
      return command.text ?? ''
    case 'handOver':
      return command.note
    case 'replyPin':
    case 'writeNote':
      return command.text
    default:
      return ''
  }
}
