import { Accessibility, Ban, Bell, ChevronsUp, FilePen, Scale, Undo2, Zap } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { FLAG } from '#domain/case/queue-row.ts'
import { useT } from '#i18n/messages-provider.tsx'

/** From this rung of the ladder on the supervisor has been told (E2). */
const SUPERVISOR_TOLD = 3

const MARKS: readonly {
  readonly key: string
  readonly icon: LucideIcon
  readonly has: (row: QueueRow) => boolean
}[] = [
  { key: 'mark.escalated', icon: ChevronsUp, has: (row) => row.escalation >= SUPERVISOR_TOLD },
  { key: 'mark.waiting', icon: Bell, has: (row) => row.escalation > 0 && row.escalation < SUPERVISOR_TOLD },
  { key: 'mark.rejection', icon: Ban, has: (row) => (row.flags & FLAG.rejectionProposed) !== 0 },
  { key: 'mark.urgent', icon: Zap, has: (row) => (row.flags & FLAG.urgent) !== 0 },
  { key: 'mark.vulnerable', icon: Accessibility, has: (row) => (row.flags & FLAG.vulnerable) !== 0 },
  { key: 'mark.conflict', icon: Scale, has: (row) => (row.flags & FLAG.conflictOfInterest) !== 0 },
  { key: 'mark.correction', icon: FilePen, has: (row) => (row.flags & FLAG.correction) !== 0 },
  { key: 'mark.repaired', icon: Undo2, has: (row) => (row.flags & FLAG.repaired) !== 0 },
]

/** What is special about a case, each as an icon with its words. `most` icons fit; the rest is in the title. */
export function RowMarks({ row, most = 2 }: { readonly row: QueueRow; readonly most?: number }) {
  const t = useT('queue')
  const found = MARKS.filter((mark) => mark.has(row))
  const rest = found.slice(most)
  return (
    <>
      {found.slice(0, most).map(({ key, icon: Icon }) => (
        <span key={key} title={t(key)}>
          <Icon className="ic" aria-hidden />
          <span className="vh">{t(key)}</span>
        </span>
      ))}
      {rest.length > 0 ? (
        <span title={rest.map((mark) => t(mark.key)).join(', ')}>+{rest.length}</span>
      ) : null}
    </>
  )
}
