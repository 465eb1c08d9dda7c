import { Skeleton } from '#ui/skeleton.tsx'

const LINES = 12

/** The shape of the list until its rows are known: it stays where it is when they come. */
export function QueueSkeleton() {
  return (
    <div className="skt" aria-busy="true">
      {Array.from({ length: LINES }, (_, n) => (
        <div key={n}>
          <Skeleton width={14} height={14} />
          <Skeleton width={58} />
          <Skeleton width={`${40 + ((n * 13) % 35)}%`} />
          <Skeleton width={46} />
          <Skeleton width={60} />
          <Skeleton width={82} height={18} />
        </div>
      ))}
    </div>
  )
}
