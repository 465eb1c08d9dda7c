'use client'
import type { ComponentProps } from 'react'
import { lazyPart } from '#client/lazy-part.ts'
import { CaseNews } from '#features/notice/ui/case-news.tsx'
import { CaseNote } from '#features/collaboration/ui/case-note.tsx'
import { CaseScreen } from '#features/case-file/ui/case-screen.tsx'

const ExplainDialog = lazyPart(() =>
  import('#features/sla/ui/explain-dialog.tsx').then((module) => ({ default: module.ExplainDialog })),
)

/** A case, how its clocks are counted, and its common texts: features that meet in the page. */
export function CaseWithClocks(props: Omit<ComponentProps<typeof CaseScreen>, 'Explain' | 'note' | 'head'>) {
  const note = <CaseNote caseId={props.caseId} me={props.me} />
  const head = <CaseNews caseId={props.caseId} me={props.me} ask={props.hears.length === 0} />
  return <CaseScreen key={props.caseId} {...props} Explain={ExplainDialog} note={note} head={head} />
}
