'use client'
import { CopyCheck, MapPinned } from 'lucide-react'
import { useEffect, useState } from 'react'
import { api } from '#client/trpc.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'

type Told = Awaited<ReturnType<typeof api.intake.likely.query>>
/** Words that come together are asked about together. */
const GATHER_MS = 1_500

/**
 * Says that this may have been filed already, as early as the Dinas can know it: each time the form's words have
 * arrived there. Without a line nothing is said; the same is asked again when the case is opened.
 */
export function LikelyFiled({ caseId, version }: { readonly caseId: string; readonly version: number }) {
  const t = useT('intake')
  const text = useText()
  const [told, setTold] = useState<Told>()
  useEffect(() => {
    if (version === 0) return
    let gone = false
    const timer = setTimeout(() => {
      void api.intake.likely.query({ caseId }).then(
        (answer) => {
          if (!gone) setTold(answer)
        },
        () => undefined, // offline: it is asked again with the next words that arrive
      )
    }, GATHER_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [caseId, version])
  return (
    <div role="status">
      {told?.likely.map((one) => (
        <Note
          key={one.caseId}
          tone="warn"
          icon={<CopyCheck className="ic" aria-hidden />}
          title={t('likely.same', { number: one.number ?? t('likely.draft') })}
        >
          {one.subject === '' ? '' : `${one.subject}, `}
          {text(one.stage)}: {text(one.why)}. {t('likely.next')}
        </Note>
      ))}
      {told?.elsewhere === 1 ? (
        <Note tone="warn" icon={<MapPinned className="ic" aria-hidden />} title={t('likely.elsewhere')} />
      ) : null}
    </div>
  )
}
