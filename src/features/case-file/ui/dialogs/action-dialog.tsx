'use client'
import type { CommandType } from '#domain/case/command.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import { ApproveLateDialog } from './approve-late-dialog.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { ConfirmRejectionDialog } from './confirm-rejection-dialog.tsx'
import { DeliverDialog } from './deliver-dialog.tsx'
import { FlagsDialog } from './flags-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { PassOnDialog } from './pass-on-dialog.tsx'
import { ProposeDraftDialog } from './propose-draft-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ReassignDialog } from './reassign-dialog.tsx'
import { RecordSignedDialog } from './record-signed-dialog.tsx'
import { RejectDialog } from './reject-dialog.tsx'
import { ReportErrorDialog } from './report-error-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'

/** The dialog of an act; acts without one are done at once and never come here. */
export function ActionDialog({
  command,
  onClose,
}: {
  readonly command: CommandType
  readonly onClose: () => void
}) {
  switch (command) {
    case 'accept':
      return <AcceptDialog onClose={onClose} />
    case 'proposeDraft':
      return <ProposeDraftDialog onClose={onClose} />
    case 'approveLate':
      return <ApproveLateDialog onClose={onClose} />
    case 'recordSigned':
      return <RecordSignedDialog onClose={onClose} />
    case 'deliver':
      return <DeliverDialog onClose={onClose} />
    case 'reportError':
      return <ReportErrorDialog onClose={onClose} />
    case 'reject':
      return <RejectDialog onClose={onClose} />
    case 'confirmRejection':
      return <ConfirmRejectionDialog onClose={onClose} />
    case 'cancel':
      return <CancelDialog onClose={onClose} />
    case 'hold':
      return <HoldDialog onClose={onClose} />
    case 'handOver':
      return <HandOverDialog onClose={onClose} />
    case 'reassign':
      return <ReassignDialog onClose={onClose} />
    case 'setFlags':
      return <FlagsDialog onClose={onClose} />
    case 'passOn':
      return <PassOnDialog onClose={onClose} />
    case 'returnToNegeri':
    case 'returnToApplicant':
      return <ReturnDialog command={command} onClose={onClose} />
    case 'sendBack':
    case 'refuseLate':
    case 'refuseSign':
    case 'dropRejection':
    case 'resume':
    case 'escalate':
      return <ReasonDialog command={command} onClose={onClose} />
    default:
      return null
  }
}
