import type { CommandOf } from '#domain/case/command.ts'
import type { TextItem } from '#client/device/device-entry.ts'
import { mergeAnswers } from './fold-draft.ts'
import { isFresh } from './lanes.ts'

type Edit = CommandOf<'edit'>

/**
 * Later words put into an item that has not left yet, so that a form typed without a network is one command and not
 * forty. Undefined when they need an item of their own: the last one of the case was tried, or is another act.
 */
export function joinEdit(last: TextItem | undefined, edit: Edit): TextItem | undefined {
  if (last === undefined || !isFresh(last)) return undefined
  const { command } = last
  if (command.type === 'create')
    return { ...last, command: { ...command, answers: mergeAnswers(command.answers ?? {}, edit.changed) } }
  if (command.type !== 'edit') return undefined
  return {
    ...last,
    command: {
      ...command,
      changed: { ...command.changed, ...edit.changed },
      base: { ...edit.base, ...command.base },
    },
  }
}
