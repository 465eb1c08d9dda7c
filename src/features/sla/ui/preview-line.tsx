'use client'
import { useEffect, useRef, useState } from 'react'
import { wholeNumber } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'

type Preview = { readonly open: number; readonly looked: number; readonly moved: number }
const PAUSE_MS = 500

/** "31 tenggat akan bergeser": what a change would move, asked again a moment after it was last touched. */
export function PreviewLine({
  asked,
  ask,
}: {
  readonly asked: string
  readonly ask: () => Promise<Preview>
}) {
  const t = useT('calendar')
  const locale = useLocale()
  const [found, setFound] = useState<{ readonly asked: string; readonly preview: Preview }>()
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    let gone = false
    const timer = setTimeout(() => {
      latest.current().then(
        (preview) => gone || setFound({ asked, preview }),
        () => undefined, // a look ahead is a help, not a condition
      )
    }, PAUSE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [asked])
  if (found?.asked !== asked) return <p className="second">{t('preview.asking')}</p>
  const { open, looked, moved } = found.preview
  const n = wholeNumber(moved, locale)
  return (
    <p className="preview" role="status">
      {looked < open
        ? t('preview.ofSome', { n, looked: wholeNumber(looked, locale), open: wholeNumber(open, locale) })
        : t('preview.moves', { n, open: wholeNumber(open, locale) })}
    </p>
  )
}
