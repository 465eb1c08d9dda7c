import { useCallback, useState } from 'react'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Text } from '#domain/shared/text.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import { runCase } from '#client/run.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { useToast } from '#ui/toast.tsx'
import { caseName } from './case-address.ts'
import type { BulkResult } from './bulk.ts'
import { runMany, succeeded } from './bulk.ts'
import type { ResultLine } from './selection-bar.tsx'

export type Trouble = { readonly row: QueueRow; readonly words: Text }

type Act = 'claim' | 'release'

const run = (act: Act, row: QueueRow): Promise<CommandAnswer> => runCase({ type: act }, row.id, row.version)
/** The words of refusals are many and seldom needed: they come when the first one does. */
const failureOf = async (answer: BulkResult['answer']) =>
  (await import('./answer-words.ts')).failureWords(answer)

type CaseActs = {
  readonly busy: boolean
  readonly trouble: Trouble | undefined
  readonly results: readonly ResultLine[]
  readonly one: (act: Act, row: QueueRow) => Promise<boolean>
  /** Answers the ids that failed: they stay chosen. */
  readonly many: (act: Act, rows: readonly QueueRow[]) => Promise<readonly string[]>
  readonly dismiss: () => void
}

/** Taking and letting go, of one case or many. Success can be undone; trouble stands where the action was. */
export function useCaseActs(): CaseActs {
  const t = useT('queue')
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | undefined>()
  const [results, setResults] = useState<readonly ResultLine[]>([])

  const one = useCallback(
    async (act: Act, row: QueueRow) => {
      setTrouble(undefined)
      const answer = await run(act, row).catch((error: unknown) => ({
        failed: error instanceof Error ? error : new Error(String(error)),
      }))
      if (!('ok' in answer) || !answer.ok) {
        const words = await failureOf(answer)
        if (words) setTrouble({ row, words })
        return false
      }
      const undo = act === 'claim' ? 'release' : 'claim'
      toast({
        words: t(act === 'claim' ? 'toast.taken' : 'toast.released', { case: caseName(row) }),
        undo: () => void run(undo, answer.row).catch(() => undefined),
      })
      return true
    },
    [t, toast],
  )
  const many = useCallback(async (act: Act, rows: readonly QueueRow[]) => {
    setTrouble(undefined)
    setBusy(true)
    setResults([])
    const outcomes = await runMany(
      rows,
      (row) => run(act, row),
      () => undefined,
    )
    const lines = await Promise.all(
      outcomes.map(async (result) => ({
        id: result.row.id,
        name: `${caseName(result.row)} ${result.row.applicant}`,
        failure: await failureOf(result.answer),
      })),
    )
    setResults(lines)
    setBusy(false)
    return outcomes.filter((result) => !succeeded(result)).map((result) => result.row.id)
  }, [])
  const dismiss = useCallback(() => {
    setTrouble(undefined)
    setResults([])
  }, [])
  return { busy, trouble, results, one, many, dismiss }
}
