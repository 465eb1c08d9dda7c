'use client'
import Link from 'next/link'
import { useCallback, useEffect, useState } from 'react'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { api } from '#client/trpc.ts'
import { exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import './outbox.css'

type Kept = Awaited<ReturnType<typeof api.intake.keptWork.query>>[number]

/** What officers wrote on their phones to cases that had gone on: kept for the supervisor to pass on or to put away. */
export function KeptWork() {
  const t = useT('outbox')
  const [kept, setKept] = useState<readonly Kept[]>()
  const look = useCallback(async () => setKept(await api.intake.keptWork.query().catch(() => undefined)), [])
  useEffect(() => void look(), [look])
  if (kept === undefined) return null
  return (
    <section className="kept" aria-labelledby="kept-title">
      <h2 className="title" id="kept-title">
        {t('kept.title', { n: kept.length })}
      </h2>
      <p className="second">{t(kept.length === 0 ? 'kept.none' : 'kept.about')}</p>
      <ul className="ob">
        {kept.map((one) => (
          <KeptOne
            key={one.commandId}
            kept={one}
            onSettle={() => void api.intake.settleKept.mutate({ commandId: one.commandId }).then(look)}
          />
        ))}
      </ul>
    </section>
  )
}

function KeptOne({ kept, onSettle }: { readonly kept: Kept; readonly onSettle: () => void }) {
  const t = useT('outbox')
  const text = useText()
  const locale = useLocale()
  return (
    <li className="ob-card" data-kept={kept.commandId}>
      <div className="h">
        <b className="cut">
          {kept.personName}, {text(COMMAND_LABEL[kept.command.type])}
        </b>
        <span>{exactInWit(kept.receivedAt, locale)}</span>
      </div>
      <dl className="kept-words">
        {wordsIn(kept.command).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="ob-acts">
        <Link className="btn" href={`/permohonan/${kept.caseId}`} prefetch={false}>
          {t('kept.open')}
        </Link>
        <Button onClick={onSettle}>{t('kept.settle')}</Button>
      </p>
    </li>
  )
}

/** Whatever someone wrote in it, field by field. */
function wordsIn(command: CaseCommand): readonly (readonly [string, string])[] {
  const { type: _type, ...parts } = command
  const said = 'changed' in parts ? parts.changed : parts
  return Object.entries(said).map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  )
}
