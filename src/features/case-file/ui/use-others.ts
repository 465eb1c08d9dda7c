'use client'
import { useMemo } from 'react'
import type { Present } from '#domain/case/here.ts'
import { NOTE_FIELD } from '#domain/case/here.ts'
import { usePresentAt } from '#client/live/here.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { useDesk } from './desk.ts'
import { sheetsOf } from './paper-sheets.ts'

/** The colleagues who have this case open now, without me. Applicants are told of nobody. */
export function useOthers(): readonly Present[] {
  const { file, actor } = useDesk()
  const all = usePresentAt(actor.role === 'CITIZEN' ? null : `case:${file.id}`)
  return useMemo(() => all.filter((person) => person.id !== actor.id), [all, actor.id])
}

/** What a colleague does here, in words: "melihat Surat Keterangan Lahir, hal. 1". What this case does not have is not said. */
export function useDoing(): (person: Present) => string {
  const t = useT('case')
  const text = useText()
  const { file, kind, view, now } = useDesk()
  return ({ detail }) => {
    const { paper, page = 1, field } = detail ?? {}
    if (field === NOTE_FIELD) return t('who.writes')
    const rule = kind.papers.find((one) => field === `check:${one.id}`)
    if (rule) return t('who.checks', { paper: text(rule.label) })
    const asked = kind.questions.flatMap((question) => question.fields).find((one) => one.id === field)
    if (asked) return t('who.fills', { field: text(asked.label) })
    const sheet = sheetsOf(file, kind, now).find(
      (one) => one.paper?.fileId === paper || one.older.some((older) => older.fileId === paper),
    )
    if (!sheet || paper === undefined) return t('who.looks')
    return (view.pages[paper]?.pages ?? 1) > 1
      ? t('who.looksAtPage', { paper: text(sheet.label), n: page })
      : t('who.looksAt', { paper: text(sheet.label) })
  }
}
