import type { CaseCommand } from '#domain/case/command.ts'
import { isLateWork } from '#domain/case/late-work.ts'
import { newId } from '#client/new-id.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { useDesk } from '../desk.ts'

type ProposeButtonProps = {
  readonly command: CaseCommand
  readonly writtenAt: number
  readonly onSent: () => void
}

/** A colleague was faster: what was done too late is laid before them instead of being lost. */
export function ProposeButton({ command, writtenAt, onSent }: ProposeButtonProps) {
  const t = useT('case')
  const { run, mayNot } = useDesk()
  if (!isLateWork(command.type) || mayNot('proposeWork')) return null
  const propose = async () => {
    const outcome = await run({ type: 'proposeWork', proposalId: newId(), work: command, writtenAt })
    if (outcome === 'done') onSent()
  }
  return <Button onClick={() => void propose()}>{t('work.propose')}</Button>
}
