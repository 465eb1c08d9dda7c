import type { Stage } from '#domain/case/stage.ts'
import { STAGE } from '#domain/case/stage.ts'
import { useText } from '#i18n/messages-provider.tsx'

/** How far along a stage is, in percent of the way through the house: a drawing beside the word, no measure. */
const WAY: { readonly [stage in Stage]: number } = {
  DRAFT: 4,
  SUBMITTED: 12,
  NEGERI_REVIEW: 20,
  FORWARDED: 30,
  RETURNED_APPLICANT: 36,
  RETURNED_NEGERI: 36,
  VERIFICATION: 42,
  ON_HOLD: 50,
  SIAK_ENTRY: 56,
  CORRECTION: 56,
  VALIDATION: 70,
  HEAD_APPROVAL: 78,
  AWAITING_TTE: 88,
  ISSUED: 94,
  DELIVERED: 98,
  CLOSED: 100,
  REJECTED: 100,
  CANCELLED: 100,
  EXPIRED: 100,
}

export function StageMark({ stage }: { readonly stage: Stage }) {
  const text = useText()
  const label = text(STAGE[stage].label)
  return (
    <span className="stage" title={label}>
      <i style={{ '--p': `${WAY[stage]}%` } as React.CSSProperties} aria-hidden />
      <span className="cut">{label}</span>
    </span>
  )
}
