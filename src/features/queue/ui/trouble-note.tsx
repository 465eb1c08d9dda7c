import { Hand } from 'lucide-react'
import { useText, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { caseName } from './case-address.ts'
import type { Trouble } from './use-case-acts.ts'

type TroubleNoteProps = {
  readonly trouble: Trouble
  readonly onNext: () => void
  readonly onClose: () => void
}

/** Someone was faster, or it cannot be: said where the action was, with the way on. */
export function TroubleNote({ trouble, onNext, onClose }: TroubleNoteProps) {
  const t = useT('queue')
  const text = useText()
  return (
    <div className="foot-note">
      <Note tone="warn" role="alert" icon={<Hand className="ic" aria-hidden />} title={text(trouble.words)}>
        {caseName(trouble.row)}, {trouble.row.applicant}
        <span className="note-acts">
          <Button small kbd="U" onClick={onNext}>
            {t('takeNext')}
          </Button>
          <Button small variant="quiet" onClick={onClose}>
            {t('results.close')}
          </Button>
        </span>
      </Note>
    </div>
  )
}
