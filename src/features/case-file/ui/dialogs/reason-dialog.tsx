'use client'
import type { CaseCommand } from '#domain/case/command.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Field } from '#ui/field.tsx'
import { useDesk } from '../desk.ts'
import { useTyped } from '../use-typed.ts'
import { ActionForm } from './action-form.tsx'

export type ReasonCommand = 'sendBack' | 'refuseLate' | 'refuseSign' | 'dropRejection' | 'resume' | 'escalate'

/** Fewest characters of each reason, as the command asks. */
const LEAST: Record<ReasonCommand, number> = {
  sendBack: 5,
  refuseLate: 5,
  refuseSign: 5,
  dropRejection: 5,
  resume: 3,
  escalate: 3,
}

type ReasonDialogProps = { readonly command: ReasonCommand; readonly onClose: () => void }

/** Acts that need one thing more: the reason, in words. */
export function ReasonDialog({ command, onClose }: ReasonDialogProps) {
  const t = useT('case')
  const { file } = useDesk()
  const [reason, setReason] = useTyped(file.id, command, '')
  const short = reason.trim().length < LEAST[command]
  return (
    <ActionForm
      command={command}
      onClose={onClose}
      missing={short ? t('act.reasonMissing') : undefined}
      build={() => (short ? undefined : commandOf(command, reason.trim(), file.escalation + 1))}
    >
      <p>{t(`act.${command}.about`)}</p>
      <Field label={t('act.reason')}>
        <textarea
          value={reason}
          maxLength={2000}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ActionForm>
  )
}

function commandOf(type: ReasonCommand, reason: string, level: number): CaseCommand {
  return type === 'escalate' ? { type, level: Math.min(level, 7), reason } : { type, reason }
}
