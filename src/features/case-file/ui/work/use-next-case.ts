'use client'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { reasonWords } from '#domain/sla/next-best-words.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { WORKING_DAY_MINUTES } from '#domain/sla/working-week.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import { runCase } from '#client/run.ts'
import { takeNextBest } from '#client/take-next-best.ts'
import { workingTime } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { useToast } from '#ui/toast.tsx'
import { wordsFor } from '../case-words.ts'

const spell = (minutes: number) => ({
  id: workingTime(minutes, 'id', WORKING_DAY_MINUTES),
  en: workingTime(minutes, 'en', WORKING_DAY_MINUTES),
})

/** From one case straight to the one that comes next for this person, taken, with the reason. */
export function useNextCase(me: Actor, live: LiveConnection | undefined): () => Promise<void> {
  const t = useT('case')
  const text = useText()
  const toast = useToast()
  const router = useRouter()
  return useCallback(async () => {
    if (!live) return
    const items = () => [...live.replicas.values()].flatMap(({ items: some }) => [...some.values()])
    try {
      const next = await takeNextBest(items, me)
      if (next.is === 'none') return toast({ words: t('work.nextNone') })
      if (next.is === 'refused') {
        if (!next.answer.ok)
          toast({ words: text(wordsOf(next.answer.refusal, wordsFor(undefined, Date.now()))) })
        return
      }
      const { row, reasons } = next
      toast({
        words: t('work.nextTaken', {
          case: row.number ?? row.applicant,
          why: text(reasonWords(reasons, spell)),
        }),
        undo: () => void runCase({ type: 'release' }, row.id, row.version).catch(() => undefined),
      })
      router.push(`/permohonan/${row.id}`)
    } catch {
      toast({ words: t('action.noAnswer') })
    }
  }, [live, me, router, t, text, toast])
}
