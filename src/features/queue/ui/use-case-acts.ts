import { useCallback, useState } from 'react'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Text } from '#domain/shared/text.ts'
import { runCase } from '#client/run.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { useToast } from '#ui/toast.tsx'
import { caseName } from './case-address.ts'

export type Trouble = { readonly row: QueueRow; readonly words: Text }
type Failure = CommandAnswer | { readonly failed: Error }

/** The words of refusals are many and seldom needed: they come when the first one does. */
const failureOf = async (answer: Failure) => (await import('./answer-words.ts')).failureWords(answer)
export const caught = (error: unknown): Failure => ({
  failed: error instanceof Error ? error : new Error(String(error)),
})

type CaseActs = {
  readonly trouble: Trouble | undefined
  /** Takes or lets go. Answers whether it happened. */
  readonly one: (act: 'claim' | 'release', row: QueueRow) => Promise<boolean>
  readonly fail: (row: QueueRow, answer: Failure) => Promise<void>
  readonly dismiss: () => void
}

/** Taking and letting go of one case. Success can be undone; trouble stands where the action was. */
export function useCaseActs(): CaseActs {
  const t = useT('queue')
  const toast = useToast()
  const [trouble, setTrouble] = useState<Trouble | undefined>()
  const fail = useCallback(async (row: QueueRow, answer: Failure) => {
    const words = await failureOf(answer)
    if (words) setTrouble({ row, words })
  }, [])
  const one = useCallback(
    async (act: 'claim' | 'release', row: QueueRow): Promise<boolean> => {
      setTrouble(undefined)
      const run = (type: 'claim' | 'release', on: QueueRow) =>
        runCase({ type }, on.id, on.version).catch(caught)
      const answer = await run(act, row)
      if (!('ok' in answer) || !answer.ok) {
        await fail(row, answer)
        return false
      }
      const undo = act === 'claim' ? 'release' : 'claim'
      toast({
        words: t(act === 'claim' ? 'toast.taken' : 'toast.released', { case: caseName(row) }),
        undo: () => void run(undo, answer.row).then((back) => fail(row, back)),
      })
      return true
    },
    [t, toast, fail],
  )
  const dismiss = useCallback(() => setTrouble(undefined), [])
  return { trouble, one, fail, dismiss }
}
