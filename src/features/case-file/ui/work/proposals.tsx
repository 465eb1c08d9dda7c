'use client'
import { useState } from 'react'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import type { Proposal } from '#domain/case/late-work.ts'
import { mayDo } from '#domain/case/may-do.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { momentWords, wordsFor } from '../case-words.ts'
import { clientFacts } from '../client-facts.ts'
import { useDesk } from '../desk.ts'
import { TroubleNote } from '../trouble-note.tsx'
import { forgetTyped, useTyped } from '../use-typed.ts'
import { workLines } from './work-lines.ts'
import './work.css'

/** What colleagues did too late: whoever holds the case takes it over or declines it. Settled ones stay to be read. */
export function Proposals() {
  const t = useT('case')
  const { file, trouble } = useDesk()
  const all = file.proposals ?? []
  if (all.length === 0) return null
  const waiting = all.filter((one) => one.settled === undefined)
  const ours = trouble?.command.type === 'takeWork' || trouble?.command.type === 'declineWork'
  return (
    <section aria-label={t('work.title')} className="late-work" id="usulan">
      <h2>
        {t('work.title')} {waiting.length > 0 ? <span>{waiting.length}</span> : null}
      </h2>
      {waiting.map((one) => (
        <Waiting key={one.id} proposal={one} />
      ))}
      {trouble && ours ? <TroubleNote trouble={trouble} /> : null}
      {all
        .filter((one) => one.settled !== undefined)
        .map((one) => (
          <Settled key={one.id} proposal={one} />
        ))}
    </section>
  )
}

/** Above the papers: something waits further down, for whoever holds the case. */
export function ProposalsHint() {
  const t = useT('case')
  const { file, actor } = useDesk()
  const n = file.proposals?.filter((one) => one.settled === undefined).length ?? 0
  if (n === 0 || file.holder?.id !== actor.id) return null
  return (
    <p className="late-hint">
      <a href="#usulan">{t('work.waits', { n })}</a>
    </p>
  )
}

function Waiting({ proposal }: { readonly proposal: Proposal }) {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { file, kind, actor, now, run, mayNot } = useDesk()
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useTyped(file.id, `declineWork/${proposal.id}`, '')
  const { by, work, writtenAt, at, id } = proposal
  const refusal = mayNot('takeWork') ?? mayDo(file, work.type, actor, clientFacts(now))
  const cannotDecline = mayNot('declineWork')
  const short = reason.trim().length < 5
  const decline = async () => {
    if (short) return
    const outcome = await run({ type: 'declineWork', proposalId: id, reason: reason.trim() })
    if (outcome === 'done') forgetTyped(file.id, `declineWork/${id}`)
  }
  return (
    <article className="late-one" data-proposal={id}>
      <header>
        <Avatar id={by.id} name={by.name} />
        <p>
          <b>{t('work.from', { name: by.name, act: text(COMMAND_LABEL[work.type]) })}</b>
          <br />
          <span className="muted">
            {writtenAt === undefined
              ? t('work.came', { at: momentWords(at, now, locale) })
              : t('work.written', {
                  at: momentWords(writtenAt, now, locale),
                  came: momentWords(at, now, locale),
                })}
          </span>
        </p>
      </header>
      <Lines proposal={proposal} />
      {declining ? (
        <>
          <Field label={t('work.whyNot', { name: by.name })}>
            <textarea
              value={reason}
              maxLength={2000}
              autoFocus
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
          <div className="late-acts">
            <Button
              variant="danger"
              disabledBecause={short ? t('act.reasonMissing') : undefined}
              onClick={() => void decline()}
            >
              {text(COMMAND_LABEL.declineWork)}
            </Button>
            <Button onClick={() => setDeclining(false)}>{t('act.back')}</Button>
          </div>
        </>
      ) : (
        <div className="late-acts">
          {mayNot('takeWork')?.why === 'not-your-role' ? null : (
            <Button
              disabledBecause={refusal ? text(wordsOf(refusal, wordsFor(kind, now))) : undefined}
              onClick={() => void run({ type: 'takeWork', proposalId: id })}
            >
              {text(COMMAND_LABEL.takeWork)}
            </Button>
          )}
          {cannotDecline ? null : (
            <Button variant="danger" onClick={() => setDeclining(true)}>
              {t('work.decline')}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}

function Settled({ proposal }: { readonly proposal: Proposal }) {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { now } = useDesk()
  const { by, work, settled } = proposal
  if (!settled) return null
  const parts = { who: settled.by.name, at: momentWords(settled.at, now, locale) }
  return (
    <details className="late-done">
      <summary>
        {t('work.from', { name: by.name, act: text(COMMAND_LABEL[work.type]) })}{' '}
        <span className="muted">
          {settled.taken
            ? t('work.taken', parts)
            : t('work.declined', { ...parts, why: settled.reason ?? '' })}
        </span>
      </summary>
      <Lines proposal={proposal} />
    </details>
  )
}

/** What it would change, with what stands there now. */
function Lines({ proposal }: { readonly proposal: Proposal }) {
  const t = useT('case')
  const text = useText()
  const { file, kind, view } = useDesk()
  const lines = workLines(proposal.work, file, kind, {
    text,
    yes: t('form.yes'),
    no: t('form.no'),
    empty: t('form.empty'),
    rows: (n) => t('work.rows', { n }),
    result: (result) => t(`check.${result}`),
    flag: (flag) => t(`flags.${flag}`),
    words: t('work.words'),
    regions: view.regions,
  })
  if (lines.length === 0) return null
  return (
    <dl className="late-lines">
      {lines.map((line, n) => (
        // A proposal never changes: its lines keep their places.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={n}>
          <dt>{line.what}</dt>
          <dd>
            {line.now === undefined || proposal.settled ? null : (
              <>
                <s>{line.now}</s> <span aria-hidden>→</span> <span className="vh">{t('work.becomes')}</span>
              </>
            )}
            <b>{line.after}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}
