'use client'
import { FilePen, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { relativeTime } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { OwnDraft } from './own-drafts.ts'
import { useOwnDrafts } from './own-drafts.ts'
import { usePlaces } from './places.ts'

/** Came back, then unfinished: what to do before anything new, and how old the list is. */
export function DraftList() {
  const t = useT('intake')
  const lines = useOwnDrafts()?.lines ?? []
  const returned = lines.filter((line) => line.stage !== 'DRAFT')
  const drafts = lines.filter((line) => line.stage === 'DRAFT')
  return (
    <>
      {returned.length > 0 ? (
        <Lines title={t('list.returned', { n: returned.length })} lines={returned} />
      ) : null}
      {drafts.length > 0 ? <Lines title={t('list.drafts', { n: drafts.length })} lines={drafts} /> : null}
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly OwnDraft[] }) {
  const t = useT('intake')
  const locale = useLocale()
  const { nameOf } = usePlaces()
  const [now] = useState(() => Date.now())
  return (
    <section className="waitlist">
      <h2 className="title">{title}</h2>
      <ul className="rq">
        {lines.map((line) => (
          <li key={line.caseId} className={line.stage === 'DRAFT' ? 'no' : 'bad'}>
            {line.stage === 'DRAFT' ? (
              <FilePen className="ic" aria-hidden />
            ) : (
              <Undo2 className="ic" aria-hidden />
            )}
            <span className="rq-words">
              {line.applicant || t('list.noName')}
              <small>
                {[line.number, t(`service.${line.service}`), nameOf(line.negeri)].filter(Boolean).join(', ')}
              </small>
              <small>
                {line.leaving
                  ? t('list.leaving')
                  : line.here
                    ? t('list.here')
                    : t('list.changed', {
                        when: relativeTime(line.changedAt, now, locale),
                        person: line.changedBy,
                      })}
              </small>
            </span>
            <Link
              className="btn touch"
              href={`/ajukan/${line.caseId}`}
              prefetch={false}
              aria-label={t('list.openOf', { name: line.applicant || t('list.noName') })}
            >
              {line.stage === 'DRAFT' ? t('list.continue') : t('list.repair')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
