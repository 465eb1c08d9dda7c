import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { ManyAct } from '#domain/case/many.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'

type Done = { readonly row: QueueRow; readonly answer: Extract<CommandAnswer, { ok: true }> }

type Undo = {
  /** As the act left them: what it did can be taken back. */
  readonly untouched: readonly QueueRow[]
  /** Someone went on with them since: they are left alone. */
  readonly touched: readonly QueueRow[]
  readonly commandOf: (row: QueueRow) => CaseCommand
}

const UNDONE = 'Diurungkan dalam 10 detik'

/** The acts that take many others back, for those cases that stand as the act left them. */
export function undoOf(
  act: ManyAct,
  done: readonly Done[],
  me: string,
  rowNow: (id: string) => QueueRow | undefined,
): Undo {
  const held = new Map(done.map(({ row }) => [row.id, row.holder?.id]))
  const left = done.map(({ answer }) => rowNow(answer.caseId) ?? answer.row)
  const versions = new Map(done.map(({ answer }) => [answer.caseId, answer.version]))
  const asLeft = (row: QueueRow) => row.version <= (versions.get(row.id) ?? 0)
  return {
    untouched: left.filter(asLeft),
    touched: left.filter((row) => !asLeft(row)),
    commandOf: (row) => {
      switch (act) {
        case 'claim':
          return { type: 'release' }
        case 'release':
          return { type: 'claim' }
        case 'handOver':
          return { type: 'handOver', toPersonId: me, note: UNDONE }
        case 'reassign': {
          const before = held.get(row.id)
          return { type: 'reassign', reason: UNDONE, ...(before === undefined ? {} : { toPersonId: before }) }
        }
      }
    },
  }
}
