import { ROLE_LABEL } from '#domain/access/roles.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { useOpenBy } from '#client/live/here.ts'
import type { Present } from '#domain/case/here.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { useQueueSurroundings } from './queue-context.ts'

/** Colleagues who have this case open just now; whoever holds it stands beside them anyway. */
export function useLooking(row: QueueRow): readonly Present[] {
  const { me } = useQueueSurroundings()
  return useOpenBy(row.id).filter(({ id }) => id !== me.id && id !== row.holder?.id)
}

type LookingAtProps = {
  readonly looking: readonly Present[]
  /** Beside a holder there is room for one. */
  readonly narrow?: boolean
}

/** The first of them, ringed; the others are in its title. */
export function LookingAt({ looking, narrow }: LookingAtProps) {
  const t = useT('queue')
  const text = useText()
  const [first, ...others] = looking
  if (!first) return null
  const about = [text(ROLE_LABEL[first.role]), t('mark.looks')].join(', ')
  const more = others.length > 0 ? `; ${others.map(({ name }) => name).join(', ')}` : ''
  return (
    <>
      <Avatar id={first.id} name={first.name} about={`${about}${more}`} looking />
      {others.length > 0 && !narrow ? <span className="label">+{others.length}</span> : null}
    </>
  )
}
