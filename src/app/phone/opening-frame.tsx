'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Mark } from '#ui/mark.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

/**
 * What a kept page shows before its script knows who works here: drawn in the page itself, so that a phone shows
 * something at once. It names nobody, because the same page opens for everybody.
 */
export function OpeningFrame() {
  const t = useT('phone')
  return (
    <div className="shell" aria-busy>
      <header className="topbar">
        <Mark />
      </header>
      <nav className="side">
        <Mark />
      </nav>
      <main className="content">
        <div className="intake choose">
          <div className="pg">
            <div className="task">
              <h1 className="title">{t('opening')}</h1>
              <Skeleton width="100%" height={64} />
              <Skeleton width="100%" height={64} />
              <Skeleton width="100%" height={64} />
            </div>
          </div>
        </div>
      </main>
    </div>
  )
}
