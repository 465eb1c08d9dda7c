'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { setUnread, useUnread } from '#client/notice-count.ts'
import { useShortcuts } from '#client/shortcuts.ts'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Bell } from './bell.tsx'

type CaseNewsProps = { readonly caseId: string; readonly me: Actor; readonly ask: boolean }
type Following = Awaited<ReturnType<typeof api.notice.following.query>>

/** At the head of a case: the bell, and whether I follow it. What happened to a case that I have before me is read. */
export function CaseNews({ caseId, me, ask }: CaseNewsProps) {
  const unread = useUnread() ?? 0
  useEffect(() => {
    if (unread === 0) return
    const read = () => {
      if (document.visibilityState === 'hidden') return
      api.notice.mark.mutate({ cases: [caseId], until: null, read: true }).then(
        (answer) => setUnread(answer.unread),
        () => undefined,
      )
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [caseId, unread])
  return (
    <span className="case-news">
      {me.role === 'CITIZEN' ? null : <Follow caseId={caseId} />}
      <Bell applicant={me.role === 'CITIZEN'} compact ask={ask} />
    </span>
  )
}

function Follow({ caseId }: { readonly caseId: string }) {
  const t = useT('common')
  const [following, setFollowing] = useState<Following>(null)
  useEffect(() => {
    let gone = false
    api.notice.following.query({ caseId }).then(
      (answer) => (gone ? undefined : setFollowing(answer)),
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [caseId])
  const turn = () => {
    if (following === null) return
    api.notice.follow.mutate({ caseId, on: !following.mine }).then(setFollowing, () => undefined)
  }
  useShortcuts({ w: turn })
  if (following === null) return null
  const Icon = following.mine ? EyeOff : Eye
  return (
    <button
      type="button"
      className="btn quiet sm"
      aria-pressed={following.mine}
      title={[
        following.mine ? t('follow.end') : t('follow.begin'),
        t('follow.count', { n: following.n }),
        t('follow.sealed'),
      ].join(' ')}
      onClick={turn}
    >
      <Icon className="ic" aria-hidden />
      {following.mine ? t('follow.on') : t('follow.off')}
      {following.n > 0 ? <b>{following.n}</b> : null}
      <kbd aria-hidden>W</kbd>
    </button>
  )
}
