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
    case 'pinPaper':
      return { type: 'settlePin', pinId: command.pinId, as: 'withdrawn' }
    case 'settlePin': {
      const state = before.pins.find((pin) => pin.id === command.pinId)?.state
      if (command.as !== 'open') return { type: 'settlePin', pinId: command.pinId, as: 'open' }
      return state === 'good' || state === 'notYet' || state === 'withdrawn'
        ? { type: 'settlePin', pinId: command.pinId, as: state }
        : undefined
    }
    default:
      return undefined
  }
}
