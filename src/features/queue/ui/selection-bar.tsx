import type { Role } from '#domain/access/role.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import type { BulkRun } from './use-bulk.ts'
import './bulk.css'

type SelectionBarProps = {
  readonly role: Role | 'SYSTEM'
  readonly chosen: number
  readonly takeable: number
  readonly mine: number
  /** Names of colleagues who hold some of the chosen. */
  readonly heldBy: readonly string[]
  readonly running: BulkRun | undefined
  readonly onTake: () => void
  readonly onRelease: () => void
  readonly onGive: () => void
  readonly onCopy: () => void
  readonly onClear: () => void
  readonly onCancel: () => void
}

/** What can be done to the chosen, and for how many it can, said before it is pressed; while it runs, how far it is. */
export function SelectionBar(props: SelectionBarProps) {
  const { role, chosen, takeable, mine, heldBy, running } = props
  const t = useT('queue')
  if (running) return <Progress running={running} onCancel={props.onCancel} />
  const givable = role === 'SUPERVISOR' ? chosen : mine
  return (
    <div className="tick selbar" role="region" aria-label={t('selection.region')}>
      <b>{t('selection.chosen', { n: chosen })}</b>
      {role === 'SUPERVISOR' ? null : (
        <Button
          className="main"
          kbd="A"
          onClick={props.onTake}
          disabledBecause={takeable === 0 ? t('selection.noneTakeable') : undefined}
        >
          {t('take')}
        </Button>
      )}
      {mine > 0 ? (
        <Button kbd="L" onClick={props.onRelease}>
          {t('release')}
        </Button>
      ) : null}
      {givable > 0 ? (
        <Button kbd="H" onClick={props.onGive} {...(role === 'SUPERVISOR' ? { className: 'main' } : {})}>
          {t(role === 'SUPERVISOR' ? 'give.reassign' : 'give.handOver')}
        </Button>
      ) : null}
      <Button onClick={props.onCopy}>{t('copyNumbers')}</Button>
      <span className="can">
        {[
          role === 'SUPERVISOR' ? '' : t('selection.can', { n: takeable }),
          heldBy.length > 0 ? t('selection.held', { n: heldBy.length, who: heldBy[0] ?? '' }) : '',
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      <Button variant="quiet" kbd="Esc" onClick={props.onClear}>
        {t('selection.clear')}
      </Button>
    </div>
  )
}

function Progress({ running, onCancel }: { readonly running: BulkRun; readonly onCancel: () => void }) {
  const t = useT('queue')
  const { act, done, of } = running
  return (
    <div className="tick selbar" role="region" aria-label={t('selection.region')}>
      <b>{t(`bulk.doing.${act}`)}</b>
      <progress className="bulk-bar" value={done} max={of} aria-label={t('bulk.progress')} />
      <span>{t('bulk.count', { done, of })}</span>
      <span className="can" />
      <Button variant="quiet" onClick={onCancel}>
        {t('bulk.cancel')}
      </Button>
    </div>
  )
}
