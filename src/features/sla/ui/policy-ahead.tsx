'use client'
import type { api } from '#client/trpc.ts'
import { wholeNumber } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { LookAhead, PreviewExamples, PreviewSum } from './preview-line.tsx'

type PolicyAheadProps = {
  readonly asked: string
  readonly ask: () => ReturnType<typeof api.time.previewPolicy.query>
  readonly places: { readonly [code: string]: string }
}

/** A standard leaves what is open as it was promised; beside it, what it would mean for all of it, with some of them. */
export function PolicyAhead({ asked, ask, places }: PolicyAheadProps) {
  const t = useT('calendar')
  const locale = useLocale()
  const number = (n: number) => wholeNumber(n, locale)
  return (
    <LookAhead asked={asked} ask={ask}>
      {({ real, under }) => (
        <>
          <PreviewSum preview={real} />
          <p className="second">
            {t('preview.under', {
              n: number(under.moved),
              looked: number(under.looked),
              after: number(under.lateThen),
              now: number(under.lateNow),
            })}
          </p>
          <PreviewExamples preview={under} places={places} />
        </>
      )}
    </LookAhead>
  )
}
