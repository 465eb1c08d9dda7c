'use client'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import type { CaseCommand, CommandType } from '#domain/case/command.ts'
import type { FileFact } from '#domain/case/facts.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import type { RunOutcome, Trouble } from '../desk.ts'
import { useDesk } from '../desk.ts'
import { TroubleNote } from '../trouble-note.tsx'
import { forgetTyped } from '../use-typed.ts'

type ActionFormProps = {
  readonly command: CommandType
  readonly onClose: () => void
  readonly children: ReactNode
  /** What to send, or `undefined` while something is missing: then the form shows what. */
  readonly build: () => CaseCommand | undefined
  readonly files?: readonly FileFact[]
  /** What is still missing, in words; the button keeps its place and says it. */
  readonly missing?: string | undefined
  readonly danger?: boolean
  readonly wide?: boolean
}

/**
 * The frame of every act with a dialog. A refusal stands here, above the button; what was typed stays, whatever
 * happens to the case meanwhile.
 */
export function ActionForm({
  command,
  onClose,
  children,
  build,
  files,
  missing,
  danger,
  wide,
}: ActionFormProps) {
  const t = useT('case')
  const text = useText()
  const desk = useDesk()
  const label = text(COMMAND_LABEL[command])
  const [trouble, setTrouble] = useState<Trouble>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // The dialog itself would put the focus on its close button.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [])
  const tooLate = desk.mayNot(command)

  async function send() {
    const built = build()
    if (!built || busy) return
    setBusy(true)
    const outcome = await desk.run(built, files)
    setBusy(false)
    settle(outcome)
  }

  function settle(outcome: RunOutcome) {
    if (outcome !== 'done') return setTrouble(outcome)
    forgetTyped(desk.file.id, command)
    desk.dismiss()
    onClose()
  }

  const built = build()
  const shown =
    trouble ??
    (tooLate && built && !busy
      ? { why: 'refused' as const, command: built, refusal: tooLate, at: desk.now }
      : undefined)
  return (
    <Dialog open onClose={onClose} title={label} wide={wide ?? false}>
      <form
        ref={form}
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {children}
        {shown ? <TroubleNote trouble={shown} onClose={onClose} onOutcome={settle} /> : null}
        <div className="foot">
          <Button onClick={onClose}>{t('act.back')}</Button>
          <Button
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            disabledBecause={busy ? t('action.sending') : missing}
          >
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
