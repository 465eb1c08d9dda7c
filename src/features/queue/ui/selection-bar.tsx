import { Check, CircleAlert, X } from 'lucide-react'
import type { Text } from '#domain/shared/text.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'

export type ResultLine = { readonly id: string; readonly name: string; readonly failure: Text | undefined }

type SelectionBarProps = {
  readonly chosen: number
  readonly takeable: number
  readonly mine: number
  /** Names of colleagues who hold some of the chosen. */
  readonly heldBy: readonly string[]
  readonly busy: boolean
  readonly onTake: () => void
  readonly onRelease: () => void
  readonly onCopy: () => void
  readonly onClear: () => void
}

/** What can be done to the chosen, and for how many it can, said before it is pressed. */
export function SelectionBar({
  chosen,
  takeable,
  mine,
  heldBy,
  busy,
  onTake,
  onRelease,
  onCopy,
  onClear,
}: SelectionBarProps) {
  const t = useT('queue')
  return (
    <div className="tick selbar" role="region" aria-label={t('selection.region')}>
      <b>{t('selection.chosen', { n: chosen })}</b>
      <Button
        className="main"
        kbd="A"
        onClick={onTake}
        disabledBecause={
          busy ? t('selection.busy') : takeable === 0 ? t('selection.noneTakeable') : undefined
        }
      >
        {t('take')}
      </Button>
      {mine > 0 ? (
        <Button kbd="L" onClick={onRelease}>
          {t('release')}
        </Button>
      ) : null}
      <Button onClick={onCopy}>{t('copyNumbers')}</Button>
      <span className="can">
        {t('selection.can', { n: takeable })}
        {heldBy.length > 0 ? `, ${t('selection.held', { n: heldBy.length, who: heldBy[0] ?? '' })}` : ''}
      </span>
      <Button variant="quiet" kbd="Esc" onClick={onClear}>
        {t('selection.clear')}
      </Button>
    </div>
  )
}

/** One line for each of the chosen: what became of it. */
export function ResultList({
  lines,
  onClose,
}: {
  readonly lines: readonly ResultLine[]
  readonly onClose: () => void
}) {
  const t = useT('queue')
  const text = useText()
  const failed = lines.filter((line) => line.failure !== undefined)
  return (
    <section className="results" role="status" aria-label={t('results.title')}>
      <header>
        <b>
          {failed.length === 0
            ? t('results.all', { n: lines.length })
            : t('results.some', { done: lines.length - failed.length, failed: failed.length })}
        </b>
        <Button variant="quiet" small aria-label={t('results.close')} onClick={onClose}>
          <X className="ic" aria-hidden />
        </Button>
      </header>
      <ul>
        {[...failed, ...lines.filter((line) => line.failure === undefined)].map((line) => (
          <li key={line.id} className={line.failure ? 'not' : 'done'}>
            {line.failure ? (
              <CircleAlert className="ic s" aria-hidden />
            ) : (
              <Check className="ic s" aria-hidden />
            )}
            <span>
              <b>{line.name}</b> {line.failure ? text(line.failure) : t('results.done')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
