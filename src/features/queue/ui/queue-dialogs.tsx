import { Suspense } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { lazyPart } from '#client/lazy-part.ts'
import type { QueueQuery } from './queue-query.ts'
import { addressOf } from './queue-query.ts'

const ShortcutSheet = lazyPart(() =>
  import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
)
const SaveView = lazyPart(() => import('./save-view.tsx').then((module) => ({ default: module.SaveView })))

type QueueDialogsProps = {
  readonly open: 'keys' | 'save' | null
  readonly me: Actor
  readonly query: QueueQuery
  readonly onClose: () => void
}

export function QueueDialogs({ open, me, query, onClose }: QueueDialogsProps) {
  if (open === null) return null
  // Its view is always named: who opens it may have another role, whose lists begin elsewhere.
  const address = () => location.pathname + addressOf({ ...query, open: null }, undefined)
  return (
    <Suspense>
      {open === 'keys' ? (
        <ShortcutSheet me={me} onClose={onClose} />
      ) : (
        <SaveView me={me} address={address()} onClose={onClose} />
      )}
    </Suspense>
  )
}
