import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseCommand } from '#domain/case/command.ts'

/** The act that takes another one back entirely, seen from the case as it was before; nothing where there is none. */
export function inverseOf(command: CaseCommand, before: CaseFile): CaseCommand | undefined {
  switch (command.type) {
    case 'claim':
      return { type: 'release' }
    case 'release':
      return { type: 'claim' }
    case 'setFlags':
      return { type: 'setFlags', flags: before.flags }
    case 'checkItem': {
      const item = before.checklist.find((one) => one.ruleId === command.ruleId)
      if (item === undefined) return undefined
      return {
        type: 'checkItem',
        ruleId: item.ruleId,
        result: item.result,
        ...(item.ground === undefined ? {} : { ground: item.ground }),
      }
    }
    default:
      return undefined
  }
}
