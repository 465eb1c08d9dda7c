'use client'
import type { SyntheticEvent } from 'react'
import { useState } from 'react'
import { api } from '#client/trpc.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Note } from '#ui/note.tsx'
import { ScriptedForm } from '#ui/scripted-form.tsx'
import type { AuditPage } from './api-answers.ts'
import type { AuditFilter } from './audit-filter.ts'
import { AUDIT_GROUPS, EMPTY_FILTER, searchOf } from './audit-filter.ts'
import { AuditEntry } from './audit-entry.tsx'
import { useAsk } from './use-ask.ts'
import './administration.css'

/** The record of acts and reads. Opening this page searches nothing: a search is an act, and is put on record itself. */
export function AuditScreen() {
  const t = useT('administration')
  const { busy, trouble, ask } = useAsk()
  const [filter, setFilter] = useState<AuditFilter>(EMPTY_FILTER)
  const [asked, setAsked] = useState<AuditFilter>(EMPTY_FILTER)
  const [page, setPage] = useState<AuditPage | undefined>()
  const set = (part: Partial<AuditFilter>) => setFilter({ ...filter, ...part })

  async function find(event: SyntheticEvent) {
    event.preventDefault()
    setAsked(filter)
    const found = await ask(() => api.admin.audit.mutate(searchOf(filter)))
    if (found) setPage(found)
  }

  async function more() {
    const before = page?.rows.at(-1)?.mark
    const next = before && (await ask(() => api.admin.audit.mutate({ ...searchOf(asked), before })))
    if (next && page) setPage({ rows: [...page.rows, ...next.rows], more: next.more })
  }

  return (
    <main className="adm">
      <header className="adm-head">
        <h1 className="title">{t('audit.title')}</h1>
        <span className="second">{t('audit.about')}</span>
      </header>
      <ScriptedForm className="adm-filter" role="search" onSubmit={(event) => void find(event)}>
        <label>
          <span className="label">{t('audit.person')}</span>
          <input
            className="input"
            value={filter.person}
            onChange={(event) => set({ person: event.target.value })}
            title={t('audit.personHint')}
            placeholder={t('audit.personHint')}
            maxLength={100}
          />
        </label>
        <label>
          <span className="label">{t('audit.subject')}</span>
          <input
            className="input"
            value={filter.subject}
            onChange={(event) => set({ subject: event.target.value })}
            title={t('audit.subjectHint')}
            placeholder={t('audit.subjectHint')}
            maxLength={100}
          />
        </label>
        <label>
          <span className="label">{t('audit.action')}</span>
          <select
            className="input"
            value={filter.action}
            onChange={(event) => set({ action: event.target.value })}
          >
            <option value="">{t('audit.anyAction')}</option>
            {AUDIT_GROUPS.map(({ name, action }) => (
              <option key={name} value={action}>
                {t(`audit.group.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{t('audit.from')}</span>
          <input
            className="input"
            type="date"
            value={filter.from}
            onChange={(event) => set({ from: event.target.value })}
          />
        </label>
        <label>
          <span className="label">{t('audit.to')}</span>
          <input
            className="input"
            type="date"
            value={filter.to}
            onChange={(event) => set({ to: event.target.value })}
          />
        </label>
        <Button type="submit" variant="primary" aria-busy={busy}>
          {t('audit.find')}
        </Button>
      </ScriptedForm>
      {trouble ? (
        <Note tone="danger" role="alert">
          {trouble}
        </Note>
      ) : null}
      <AuditResult page={page} />
      {page?.more ? (
        <nav className="adm-pages">
          <Button aria-busy={busy} onClick={() => void more()}>
            {t('audit.more')}
          </Button>
        </nav>
      ) : null}
    </main>
  )
}

function AuditResult({ page }: { readonly page: AuditPage | undefined }) {
  const t = useT('administration')
  if (!page) return <EmptyState title={t('audit.start')}>{t('audit.startHint')}</EmptyState>
  if (page.rows.length === 0) return <EmptyState title={t('audit.none')}>{t('audit.noneHint')}</EmptyState>
  return (
    <>
      <p className="why" role="status">
        {t('audit.shown', { n: page.rows.length })}
      </p>
      <ul className="adm-list">
        {page.rows.map((row) => (
          <AuditEntry key={`${row.mark.chain}/${row.mark.index}`} row={row} />
        ))}
      </ul>
    </>
  )
}
