'use client'
import { useEffect, useState } from 'react'
import { api } from '#client/trpc.ts'
import { wholeNumber } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'

type Changes = Awaited<ReturnType<typeof api.time.changes.query>>['changes']
const AGAIN_MS = 1_500

/** How far counting again after this change has come, and in the end how many due moments are others. */
export function Moved({ version }: { readonly version: number }) {
  const t = useT('calendar')
  const locale = useLocale()
  const [change, setChange] = useState<Changes[number]>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const { changes } = await api.time.changes.query()
      const own = changes.find((one) => one.version === version)
      setChange(own)
      if (own && !own.done) timer = setTimeout(() => void look().catch(() => undefined), AGAIN_MS)
    }
    void look().catch(() => undefined)
    return () => clearTimeout(timer)
  }, [version])
  if (!change) return null
  const n = wholeNumber(change.moved, locale)
  return (
    <Note tone="accent" role="status">
      {change.done
        ? t('moved.done', { n, looked: wholeNumber(change.looked, locale) })
        : t('moved.counting', { n, looked: wholeNumber(change.looked, locale) })}
    </Note>
  )
}
