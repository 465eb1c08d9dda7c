import { useEffect, useRef, useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import type { QueueModel } from './queue-model.ts'
import { useFlashWords } from './queue-row.tsx'

/** A voice that speaks for every row would never be silent. */
const SILENCE_MS = 2_000

/** What a screen reader hears of changes in the list: one by one when few, as a number when many. */
export function useFlashNews(model: QueueModel, version: number): string {
  const t = useT('queue')
  const words = useFlashWords()
  const [said, setSaid] = useState('')
  const spokenAt = useRef(0)
  useEffect(() => {
    const fresh = [...model.flashes.values()].filter((flash) => flash.at > spokenAt.current)
    const latest = fresh.at(-1)
    if (!latest || latest.at - spokenAt.current < SILENCE_MS) return
    spokenAt.current = latest.at
    setSaid(
      fresh.length === 1
        ? `${latest.after.row.applicant}. ${words(latest)}`
        : t('flash.many', { n: fresh.length }),
    )
  }, [model, version, t, words])
  return said
}
