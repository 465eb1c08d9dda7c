'use client'
import { Check, LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { CaseCommand } from '#domain/case/command.ts'
import { STAGE } from '#domain/case/stage.ts'
import { stepFor } from '#domain/case/transition.ts'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { clockTime } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { ActButton } from './act-button.tsx'
import type { Action, Actions } from './actions.ts'
import { useDesk } from './desk.ts'
import { MoreActs } from './more-acts.tsx'
import { TroubleNote } from './trouble-note.tsx'

type CaseFootProps = {
  readonly actions: Actions
  readonly onAct: (action: Action) => void
  readonly onNote: () => void
  readonly onKeys: () => void
}

/** Acts whose trouble stands in a place of its own. */
const ELSEWHERE: readonly CaseCommand['type'][] = [
  'writeNote',
  'checkItem',
  'pinPaper',
  'replyPin',
  'settlePin',
]

/** What can be done now. What cannot keeps its place and says why; the rest of the role's acts stand in a list. */
export function CaseFoot({ actions, onAct, onNote, onKeys }: CaseFootProps) {
  const t = useT('case')
  const text = useText()
  const { file, actor, trouble, unconfirmed, savedAt } = useDesk()
  const repairs =
    stepFor('repair', file.stage, actor.role) ??
    stepFor('resubmit', file.stage, actor.role) ??
    (file.stage === 'DRAFT' ? stepFor('submit', file.stage, actor.role) : undefined)
  const owner = STAGE[file.stage].owner
  const waits =
    owner !== undefined && owner !== actor.role && actions.on.length + actions.back.length === 0 && !repairs
      ? owner
      : undefined
  const forward = [...actions.on].sort((a, b) => Number(a.refusal === null) - Number(b.refusal === null))
  const primary = forward.findLast((action) => action.refusal === null)
  const blocked = forward.filter((action) => action.refusal !== null)
  const ref = useRef<HTMLElement>(null)
  // What floats over the page must know how high the foot is.
  useEffect(() => {
    const foot = ref.current
    if (!foot) return
    const watcher = new ResizeObserver(() =>
      document.body.style.setProperty('--case-foot', `${foot.offsetHeight}px`),
    )
    watcher.observe(foot)
    return () => watcher.disconnect()
  }, [])
  return (
    <footer ref={ref}>
      {trouble && !ELSEWHERE.includes(trouble.command.type) ? (
        <div className="case-answer">
          <TroubleNote trouble={trouble} />
        </div>
      ) : null}
      <div className="case-foot">
        {actions.side.map((action) => (
          <ActButton key={action.command} action={action} side onAct={onAct} />
        ))}
        <button type="button" className="btn side-act" onClick={onNote}>
          {t('note.open')} <kbd aria-hidden>M</kbd>
        </button>
        {actions.back.map((action) => (
          <ActButton key={action.command} action={action} danger onAct={onAct} />
        ))}
        <MoreActs actions={actions.rest} side={actions.side} onAct={onAct} onNote={onNote} onKeys={onKeys} />
        <span className="saved" role="status">
          {unconfirmed.length > 0 ? (
            <span className="pending">
              <LoaderCircle className="ic" aria-hidden />
              {t('action.sending')}
            </span>
          ) : savedAt === undefined ? null : (
            <span className="yes">
              <Check className="ic" aria-hidden />
              {t('action.saved', { at: clockTime(savedAt, true) })}
            </span>
          )}
        </span>
        <div className="end">
          {waits ? <p className="why">{t('action.waits', { who: text(ROLE_LABEL[waits]) })}</p> : null}
          {blocked.map((action) => (
            <ActButton key={action.command} action={action} onAct={onAct} />
          ))}
          {forward
            .filter((action) => action.refusal === null)
            .map((action) => (
              <ActButton
                key={action.command}
                action={action}
                primary={action === primary && !repairs}
                onAct={onAct}
              />
            ))}
          {repairs ? (
            <Link className="btn primary" href={`/ajukan/${file.id}`}>
              {file.stage === 'DRAFT' ? t('action.fill') : t('action.repair')}
            </Link>
          ) : null}
        </div>
      </div>
    </footer>
  )
}
