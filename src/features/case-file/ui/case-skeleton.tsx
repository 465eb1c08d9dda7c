'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

const LINES = [70, 45, 60, 80, 52, 66, 40, 75]

/** The shape of a case before it is there: nothing jumps when it comes. */
export function CaseSkeleton() {
  const t = useT('case')
  return (
    <main className="case" aria-busy="true" aria-label={t('screen.loading')}>
      <header className="case-top">
        <div>
          <div className="case-crumb">
            <Skeleton width={120} />
          </div>
          <div className="case-who">
            <Skeleton width={210} height={22} />
            <Skeleton width={90} />
            <Skeleton width={110} height={20} />
          </div>
        </div>
        <div className="case-clocks">
          <div>
            <Skeleton width={110} />
            <Skeleton width={90} height={17} />
          </div>
          <div>
            <Skeleton width={110} />
            <Skeleton width={90} height={17} />
          </div>
        </div>
      </header>
      <div className="case-strip" />
      <div className="case-work">
        <div className="case-rail">
          {[1, 2, 3, 4].map((one) => (
            <Skeleton key={one} width={70} height={66} />
          ))}
        </div>
        <div className="viewer" />
        <div className="case-cols">
          <div className="case-col">
            {LINES.map((width) => (
              <p className="case-row" key={width}>
                <Skeleton width={80} />
                <Skeleton width={`${width}%`} />
              </p>
            ))}
          </div>
          <div className="case-col">
            {LINES.slice(3).map((width) => (
              <p className="case-row" key={width}>
                <Skeleton width={`${width}%`} />
              </p>
            ))}
          </div>
        </div>
      </div>
      <div className="case-foot">
        <Skeleton width={90} height={32} />
        <Skeleton width={120} height={32} />
      </div>
    </main>
  )
}
