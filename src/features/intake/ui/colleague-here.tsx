'use client'
import { useOthersHere } from '#client/live/here.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'

/** Colleagues who write in the same field just now: what both write is kept, and it is better to speak first. */
export function ColleagueHere({ field }: { readonly field: string }) {
  const t = useT('intake')
  const here = useOthersHere().filter(({ detail }) => detail?.field === field)
  const [first] = here
  if (!first) return null
  return (
    <span className="second colleague" role="status">
      <Avatar id={first.id} name={first.name} looking />{' '}
      {here.length === 1
        ? t('colleague.writes', { name: first.name })
        : t('colleague.write', { n: here.length })}
    </span>
  )
}
