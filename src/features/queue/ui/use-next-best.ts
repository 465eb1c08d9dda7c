import { useCallback, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import type { QueueItem } from '#client/replica/queue-item.ts'
import { runCase } from '#client/run.ts'
import { workingTime } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { useToast } from '#ui/toast.tsx'
import { caseName } from './case-address.ts'
import { caught } from './use-case-acts.ts'
import type { useCaseActs } from './use-case-acts.ts'

const spell = (minutes: number) => ({
  id: workingTime(minutes, 'id', WORKING_DAY_MINUTES),
  en: workingTime(minutes, 'en', WORKING_DAY_MINUTES),
})

/** The case that comes first, taken in one act, with the reason in words; and that there is none. */
export function useNextBest(
  me: Actor,
  items: () => Iterable<QueueItem>,
  acts: ReturnType<typeof useCaseActs>,
  taken: (row: QueueRow) => void,
) {
  const t = useT('queue')
  const text = useText()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const latest = useRef({ items, taken })
  latest.current = { items, taken }
  const take = useCallback(async () => {
    acts.dismiss()
    setBusy(true)
    try {
      // Rule and words come with the first use: a list is drawn without them.
      const [{ takeNextBest }, { reasonWords }] = await Promise.all([
        import('#client/take-next-best.ts'),
        import('#domain/sla/next-best-words.ts'),
      ])
      const next = await takeNextBest(() => latest.current.items(), me)
      if (next.is === 'refused') return await acts.fail(next.row, next.answer)
      if (next.is === 'none') return toast({ words: t('next.none') })
      const { row, reasons, passed } = next
      const faster = passed.length > 0 ? ` ${t('next.passed', { who: passed.join(', ') })}` : ''
      toast({
        words: `${t('next.taken', { case: caseName(row), why: text(reasonWords(reasons, spell)) })}${faster}`,
        undo: () => void runCase({ type: 'release' }, row.id, row.version).catch(() => undefined),
      })
      latest.current.taken(row)
    } catch (error) {
      const { failureWords } = await import('./answer-words.ts')
      const words = failureWords(caught(error))
      if (words) toast({ words: text(words) })
    } finally {
      setBusy(false)
    }
  }, [me, acts, toast, t, text])
  return { take, busy }
}
