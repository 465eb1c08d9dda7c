'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'

type Props = {
  readonly open: boolean
  /** How many things the Dinas does not have. */
  readonly waiting: number
  readonly onStay: () => void
  /** It waits here, sealed, for its owner's PIN or sign-in. */
  readonly onWait: () => void
  /** To the outbox, where it can be sealed to the Dinas for somebody else to carry. */
  readonly onHandOver: () => void
}

/** Signing out with work that has not left: it waits sealed, or is handed over. It is never thrown away. */
export function LeaveDialog({ open, waiting, onStay, onWait, onHandOver }: Props) {
  const t = useT('outbox')
  return (
    <Dialog
      open={open}
      onClose={onStay}
      title={t('leave.title', { n: waiting })}
      footer={
        <>
          <Button touch onClick={onHandOver}>
            {t('leave.handOver')}
          </Button>
          <Button touch variant="primary" onClick={onWait}>
            {t('leave.wait')}
          </Button>
        </>
      }
    >
      <p>{t('leave.what')}</p>
      <p className="second">{t('leave.handOver.what')}</p>
    </Dialog>
  )
}
