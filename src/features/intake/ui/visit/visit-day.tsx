'use client'
import { useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseStanding } from '#domain/intake/visit/visit-report.ts'
import type { Visit, VisitFamily } from '#domain/intake/visit/visit.ts'
import { nextTurn, withFamily } from '#domain/intake/visit/visit.ts'
import type { OwnVisit } from '#client/boat/own-visits.ts'
import { saveVisit } from '#client/boat/own-visits.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { newId } from '#client/new-id.ts'
import { goTo } from '#client/phone/phone-visit.ts'
import { exactInWit, longDate } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { FamilyLine } from './family-line.tsx'
import { useLocalStandings } from './use-local-standings.ts'
import { VisitReportView } from './visit-report-view.tsx'

type Props = {
  readonly me: Pick<Actor, 'id' | 'name'>
  readonly device: DeviceStore
  readonly own: OwnVisit | undefined
}

/** One day: who came, whose turn it is, what each still lacks; and in the evening the report. */
export function VisitDay({ me, device, own }: Props) {
  const t = useT('boat')
  const locale = useLocale()
  const [name, setName] = useState('')
  const local = useLocalStandings(device)
  const back = (
    <Button touch onClick={() => goTo('/jemput-bola')}>
      {t('visit.back')}
    </Button>
  )
  if (own === undefined)
    return (
      <div className="boat page">
        <EmptyState title={t('visit.noPlace')} actions={back} />
      </div>
    )
  const { visit } = own
  const save = (how: (now: Visit) => Visit) => saveVisit(device, visit.id, how)
  const add = async () => {
    await save((now) =>
      withFamily(now, {
        id: newId(),
        turn: nextTurn(now),
        name: name.trim(),
        state: 'waiting',
        cases: [],
        missing: '',
        servedBy: '',
        cameAt: Date.now(),
      }),
    )
    setName('')
  }
  // On top of what is stored now: leaving a field and pressing a button are two changes of one line.
  const change = (id: string, part: Partial<VisitFamily>) =>
    save((now) => {
      const family = now.families.find((one) => one.id === id)
      return family === undefined ? now : withFamily(now, { ...family, ...part })
    })
  const standingOf = (caseId: string): CaseStanding | undefined =>
    own.standings[caseId]?.submitted === true
      ? own.standings[caseId]
      : (local.get(caseId) ?? own.standings[caseId])
  const closed = visit.closedAt !== null
  return (
    <div className="boat page" data-visit={visit.id}>
      <h1 className="title">{visit.place}</h1>
      <p className="second">
        {longDate(visit.day, locale)}, {visit.team.join(', ')}
      </p>
      <p className="second" role="status">
        {own.keptAt === null
          ? `${t('visit.onDevice')}. ${t('visit.boat')}`
          : t('visit.kept', { when: exactInWit(own.keptAt, locale) })}
      </p>
      {closed ? null : (
        <form
          className="boat-acts"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() !== '') void add()
          }}
        >
          <Field label={t('visit.familyName')}>
            <input
              className="input touch"
              value={name}
              maxLength={80}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Button
            touch
            type="submit"
            variant="primary"
            disabledBecause={name.trim() === '' ? t('visit.nameFirst') : undefined}
          >
            {t('visit.add')}
          </Button>
        </form>
      )}
      <ol className="boat-list">
        {visit.families.map((family) => (
          <FamilyLine
            key={family.id}
            {...{ me, device, visit, family, standingOf, closed }}
            onChange={(part) => change(family.id, part)}
          />
        ))}
      </ol>
      <VisitReportView visit={visit} standingOf={standingOf} />
      <span className="boat-acts no-print">
        <Button
          touch
          onClick={() =>
            void save((now) => ({ ...now, closedAt: closed ? null : Date.now(), rev: now.rev + 1 }))
          }
        >
          {closed ? t('visit.reopen') : t('visit.close')}
        </Button>
        {back}
      </span>
    </div>
  )
}
