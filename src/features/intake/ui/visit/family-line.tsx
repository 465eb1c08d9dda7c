'use client'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseStanding } from '#domain/intake/visit/visit-report.ts'
import { FAMILY_STATE_TEXT } from '#domain/intake/visit/visit-report.ts'
import type { FamilyState, Visit, VisitFamily } from '#domain/intake/visit/visit.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { goTo } from '#client/phone/phone-visit.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { StartCase } from './start-case.tsx'
import { useKindLabel } from './use-kind-label.ts'

type Props = {
  readonly me: Pick<Actor, 'id' | 'name'>
  readonly device: DeviceStore
  readonly visit: Visit
  readonly family: VisitFamily
  readonly standingOf: (caseId: string) => CaseStanding | undefined
  readonly closed: boolean
  readonly onChange: (part: Partial<VisitFamily>) => Promise<void>
}

/** One family of the running list, with everything that can be done for it. */
export function FamilyLine({ me, device, visit, family, standingOf, closed, onChange }: Props) {
  const t = useT('boat')
  const text = useText()
  const labelOf = useKindLabel(family.cases)
  const [missing, setMissing] = useState(family.missing)
  useEffect(() => setMissing(family.missing), [family.missing])
  const become = (state: FamilyState) =>
    void onChange(state === 'serving' ? { state, servedBy: me.name } : { state })
  return (
    <li data-family={family.turn} data-state={family.state}>
      <b>
        {family.turn}. {family.name}
      </b>
      <small>
        {text(FAMILY_STATE_TEXT[family.state])}
        {family.servedBy === '' ? '' : `. ${t('visit.servedBy')} ${family.servedBy}`}
      </small>
      {family.cases.map((one) => (
        <span key={one.caseId} className="boat-acts">
          <Button touch onClick={() => goTo(`/ajukan/${one.caseId}`)}>
            {t('visit.caseOpen', { kind: labelOf(one) })}
          </Button>
          <small>{standingOf(one.caseId)?.number ?? ''}</small>
        </span>
      ))}
      {family.missing !== '' && (closed || family.state !== 'serving') ? (
        <span>
          {t('visit.missing')}: {family.missing}
        </span>
      ) : null}
      {closed ? null : (
        <>
          {family.state === 'serving' ? (
            <>
              <StartCase
                {...{ device, visit }}
                onBegun={(begun) => onChange({ cases: [...family.cases, begun] })}
              />
              <Field label={t('visit.missing')}>
                <input
                  className="input touch"
                  value={missing}
                  maxLength={300}
                  onChange={(event) => setMissing(event.target.value)}
                  onBlur={() => void (missing !== family.missing && onChange({ missing }))}
                />
              </Field>
            </>
          ) : null}
          <span className="boat-acts no-print">
            {family.state === 'serving' ? (
              <>
                <Button touch variant="primary" onClick={() => become('done')}>
                  {t('visit.finish')}
                </Button>
                <Button touch onClick={() => become('left')}>
                  {t('visit.leave')}
                </Button>
              </>
            ) : (
              <Button touch onClick={() => become('serving')}>
                {family.state === 'waiting' ? t('visit.serve') : t('visit.again')}
              </Button>
            )}
          </span>
        </>
      )}
    </li>
  )
}
