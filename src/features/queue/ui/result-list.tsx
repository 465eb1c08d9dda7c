import { Check, CircleAlert, X } from 'lucide-react'
import type { Text } from '#domain/shared/text.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'

export type ResultLine = { readonly id: string; readonly name: string; readonly failure: Text | undefined }

/** One line for each of the chosen: what became of it. */
export function ResultList({
  lines,
  undone,
  onClose,
}: {
  readonly lines: readonly ResultLine[]
  /** They were taken back. */
  readonly undone: boolean
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
            ? t(undone ? 'results.undone' : 'results.all', { n: lines.length })
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
