'use client'
import type { ComponentProps } from 'react'
import { lazyPart } from '#client/lazy-part.ts'
import { CaseScreen } from '#features/case-file/ui/case-screen.tsx'

const ExplainDialog = lazyPart(() =>
  import('#features/sla/ui/explain-dialog.tsx').then((module) => ({ default: module.ExplainDialog })),
)

/** A case, and how its clocks are counted: two features that meet in the page. */
export function CaseWithClocks(props: Omit<ComponentProps<typeof CaseScreen>, 'Explain'>) {
  return <CaseScreen key={props.caseId} {...props} Explain={ExplainDialog} />
}
