import { useMemo, useRef } from 'react'
import { useOfferCommands } from '#client/commands.ts'
import { useShortcuts } from '#client/shortcuts.ts'
import { useT } from '#i18n/messages-provider.tsx'

type QueueActs = {
  readonly walk: (step: number, extend: boolean) => void
  readonly select: () => void
  readonly open: () => void
  readonly panel: () => void
  readonly back: () => void
  readonly take: () => void
  readonly release: () => void
  readonly next: () => void
  readonly give: () => void
  readonly search: () => void
  readonly filter: () => void
  readonly news: () => void
  readonly sheet: () => void
  readonly save: () => void
  readonly density: () => void
}

/** The keyboard of the list, and the same acts by name in the command palette. */
export function useQueueKeys(acts: QueueActs): void {
  const t = useT('queue')
  useShortcuts({
    j: () => acts.walk(1, false),
    k: (event) => (event.ctrlKey || event.metaKey ? false : acts.walk(-1, false)),
    ArrowDown: () => acts.walk(1, false),
    ArrowUp: () => acts.walk(-1, false),
    'Shift+ArrowDown': () => acts.walk(1, true),
    'Shift+ArrowUp': () => acts.walk(-1, true),
    x: acts.select,
    Enter: acts.open,
    ' ': acts.panel,
    Escape: acts.back,
    a: acts.take,
    l: acts.release,
    u: acts.next,
    h: acts.give,
    '/': acts.search,
    f: acts.filter,
    '.': acts.news,
    '?': acts.sheet,
  })
  const { take, release, next, give, search, filter, news, sheet, save, density } = acts
  const latest = useLatest({ take, release, next, give, search, filter, news, sheet, save, density })
  useOfferCommands(
    useMemo(
      () => [
        { id: 'queue.take', name: t('keys.take'), key: 'A', run: () => latest.take() },
        { id: 'queue.release', name: t('keys.release'), key: 'L', run: () => latest.release() },
        { id: 'queue.next', name: t('keys.next'), key: 'U', run: () => latest.next() },
        { id: 'queue.give', name: t('keys.give'), key: 'H', run: () => latest.give() },
        { id: 'queue.search', name: t('keys.search'), key: '/', run: () => latest.search() },
        { id: 'queue.filter', name: t('keys.filter'), key: 'F', run: () => latest.filter() },
        { id: 'queue.news', name: t('keys.news'), key: '.', run: () => latest.news() },
        { id: 'queue.save', name: t('saveView'), run: () => latest.save() },
        { id: 'queue.density', name: t('keys.density'), run: () => latest.density() },
        { id: 'queue.sheet', name: t('keys.sheet'), key: '?', run: () => latest.sheet() },
      ],
      [t, latest],
    ),
  )
}

/** One object whose functions are always the present ones, so that the palette's list need not be made anew. */
function useLatest<T extends object>(acts: T): T {
  const kept = useRef(acts)
  Object.assign(kept.current, acts)
  return kept.current
}
