import { useCallback, useRef, useState } from 'react'
import type { CaseCommand } from '#domain/case/command.ts'
import type { ManyAct } from '#domain/case/many.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { ManyResult } from '#client/run-many.ts'
import { runMany, succeeded } from '#client/run-many.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { useToast } from '#ui/toast.tsx'
import { failuresOf } from './bulk-words.ts'
import { caseName } from './case-address.ts'
import type { ResultLine } from './result-list.tsx'
import { undoOf } from './bulk-undo.ts'

export type BulkRun = { readonly act: ManyAct | 'undo'; readonly done: number; readonly of: number }

type Act = {
  readonly act: ManyAct
  readonly rows: readonly QueueRow[]
  readonly commandOf: (row: QueueRow) => CaseCommand
}

/**
 * One act on many, done at once: progress, a result per item, ten seconds to take it back. Taking back is a second act
 * on those that nobody has touched since; whoever closes the tab meanwhile has done what the list says.
 */
export function useBulk(me: { readonly id: string }, rowOf: (id: string) => QueueRow | undefined) {
  const t = useT('queue')
  const toast = useToast()
  const [running, setRunning] = useState<BulkRun | undefined>()
  const [results, setResults] = useState<readonly ResultLine[]>([])
  const [undone, setUndone] = useState(false)
  const cancelled = useRef(false)
  const latest = useRef(rowOf)
  latest.current = rowOf

  const perform = useCallback(async (what: BulkRun['act'], { rows, commandOf }: Omit<Act, 'act'>) => {
    cancelled.current = false
    setResults([])
    setRunning({ act: what, done: 0, of: rows.length })
    const outcomes = await runMany({
      rows,
      commandOf,
      onProgress: (done) => setRunning({ act: what, done, of: rows.length }),
      cancelled: () => cancelled.current,
    })
    const failures = await failuresOf(outcomes)
    setResults(
      outcomes.map(({ row }, n) => ({
        id: row.id,
        name: `${caseName(row)} ${row.applicant}`,
        failure: failures[n],
      })),
    )
    setUndone(what === 'undo')
    setRunning(undefined)
    return outcomes
  }, [])

  const start = useCallback(
    async ({ act, rows, commandOf }: Act): Promise<readonly string[]> => {
      const outcomes = await perform(act, { rows, commandOf })
      const done = outcomes.filter(succeeded)
      if (done.length > 0)
        toast({
          words: t(`bulk.${act}`, { n: done.length }),
          undo: () => void undo(done),
        })
      return failedOf(outcomes)

      async function undo(what: typeof done) {
        const { untouched, touched, commandOf: back } = undoOf(act, what, me.id, latest.current)
        await perform('undo', { rows: untouched, commandOf: back })
        if (touched.length > 0)
          setResults((lines) => [
            ...lines,
            ...touched.map((row) => ({
              id: row.id,
              name: `${caseName(row)} ${row.applicant}`,
              failure: { id: t('bulk.touched'), en: t('bulk.touched') },
            })),
          ])
      }
    },
    [perform, toast, t, me.id],
  )
  const cancel = useCallback(() => {
    cancelled.current = true
  }, [])
  const dismiss = useCallback(() => setResults([]), [])
  return { running, results, undone, start, cancel, dismiss }
}

function failedOf(outcomes: readonly ManyResult[]): readonly string[] {
  return outcomes.filter((outcome) => !succeeded(outcome)).map((outcome) => outcome.row.id)
}
