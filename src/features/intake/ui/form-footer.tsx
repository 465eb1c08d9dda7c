'use client'
import { Send } from 'lucide-react'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import type { Kept } from './draft-state.ts'
import { SavedMarks } from './saved-marks.tsx'

type Props = {
  readonly kept: Kept
  readonly photos: number
  /** Not on the device yet. */
  readonly preparing: number
  readonly lacking: number
  readonly openFaults: number
  readonly repairing: boolean
  readonly submitting: boolean
  readonly last: boolean
  readonly maySkip: boolean
  readonly onNext: () => void
  readonly onSkip: () => void
  readonly onSubmit: () => void
  readonly onLacking: () => void
}

/** Both saved marks and the one thing to do next. */
export function FormFooter({
  kept,
  photos,
  preparing,
  lacking,
  openFaults,
  repairing,
  submitting,
  last,
  maySkip,
  onNext,
  onSkip,
  onSubmit,
  onLacking,
}: Props) {
  const t = useT('intake')
  const name = repairing ? t('submit.again') : t('submit')
  return (
    <footer className="cta">
      <SavedMarks kept={kept} photos={photos} />
      {maySkip ? (
        <Button touch variant="quiet" onClick={onSkip}>
          {t('skip')}
        </Button>
      ) : null}
      {!last ? (
        <Button touch variant="primary" onClick={onNext}>
          {t('next')}
        </Button>
      ) : lacking > 0 ? (
        // Looks shut, and still leads somewhere: to the list of what is missing.
        <button type="button" className="btn touch lacking" aria-disabled onClick={onLacking}>
          {t('submit.lacking', { action: name, n: lacking })}
        </button>
      ) : (
        <Button
          touch
          variant="primary"
          icon={<Send className="ic" aria-hidden />}
          disabledBecause={
            openFaults > 0
              ? t('submit.faults', { n: openFaults })
              : preparing > 0
                ? t('submit.photos', { n: preparing })
                : submitting
                  ? t('submit.busy')
                  : undefined
          }
          onClick={onSubmit}
        >
          {name}
        </Button>
      )}
    </footer>
  )
}
