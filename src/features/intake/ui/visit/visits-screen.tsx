'use client'
import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import type { OwnVisit } from '#client/boat/own-visits.ts'
import { changeVisit, syncVisits, visitsOnDevice } from '#client/boat/own-visits.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { newId } from '#client/new-id.ts'
import { useDevice } from '#client/phone/open-device.ts'
import { goTo } from '#client/phone/phone-visit.ts'
import { longDate } from '#i18n/format.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { BoatWords } from '../boat/boat-words.tsx'
import { NegeriInput } from '../place-input.tsx'
import { VisitDay } from './visit-day.tsx'
import '../boat/boat.css'
import './visit.css'

type Me = Pick<Actor, 'id' | 'name' | 'areas'>

/** Days of jemput bola on this phone: begin one, or go on with one. All of it without a network. */
export function VisitsScreen({ me, visitId }: { readonly me: Me; readonly visitId: string | undefined }) {
  const device = useDevice()
  const visits = useVisits(device)
  if (device === undefined || visits === undefined) return null
  return (
    <BoatWords>
      {visitId === undefined ? (
        <Days me={me} device={device} visits={visits} />
      ) : (
        <VisitDay
          key={visitId}
          me={me}
          device={device}
          own={visits.find((one) => one.visit.id === visitId)}
        />
      )}
    </BoatWords>
  )
}

const SYNC_MS = 20_000

function useVisits(device: DeviceStore | undefined): readonly OwnVisit[] | undefined {
  const [visits, setVisits] = useState<readonly OwnVisit[]>()
  useEffect(() => {
    if (device === undefined) return
    let gone = false
    const read = () => void visitsOnDevice(device).then((found) => gone || setVisits(found))
    const sync = () => void (navigator.onLine ? syncVisits(device, false) : undefined)
    read()
    if (navigator.onLine) void syncVisits(device, true)
    const timer = setInterval(sync, SYNC_MS)
    window.addEventListener('online', sync)
    const stop = device.onChange(read)
    return () => {
      gone = true
      clearInterval(timer)
      window.removeEventListener('online', sync)
      stop()
    }
  }, [device])
  return visits
}

type DaysProps = { readonly me: Me; readonly device: DeviceStore; readonly visits: readonly OwnVisit[] }

function Days({ me, device, visits }: DaysProps) {
  const t = useT('boat')
  const ti = useT('intake')
  const locale = useLocale()
  const own = me.areas.length === 1 && me.areas[0]?.length === 13 ? me.areas[0] : ''
  const [negeri, setNegeri] = useState(own)
  const [place, setPlace] = useState('')
  const [team, setTeam] = useState(me.name)
  const [id] = useState(newId)

  async function begin(): Promise<void> {
    const names = team
      .split(',')
      .map((name) => name.trim().slice(0, 80))
      .filter(Boolean)
      .slice(0, 12)
    const visit = {
      v: 1 as const,
      id,
      negeri,
      day: localDateInWit(Date.now()),
      place: place.trim(),
      team: names,
      families: [],
      closedAt: null,
      rev: 1,
    }
    await changeVisit(device, id, (known) => known ?? { visit, keptAt: null, standings: {} })
    goTo(`/jemput-bola/${id}`)
  }
  const missing =
    place.trim() === '' ? t('visit.placeFirst') : negeri === '' ? ti('choose.negeriFirst') : undefined
  return (
    <div className="boat page">
      <h1 className="title">{t('visit.title')}</h1>
      <p className="second">{t('visit.about')}</p>
      <h2 className="title">{t('visit.new')}</h2>
      {own === '' ? (
        <div className="field">
          <label htmlFor="visit-negeri">{ti('choose.negeri')}</label>
          <NegeriInput
            id="visit-negeri"
            value={negeri}
            only={me.areas}
            onChange={setNegeri}
            onLeave={() => undefined}
          />
        </div>
      ) : null}
      <Field label={t('visit.place')} hint={t('visit.placeHint')}>
        <input
          className="input touch"
          value={place}
          maxLength={120}
          onChange={(event) => setPlace(event.target.value)}
        />
      </Field>
      <Field label={t('visit.team')} hint={t('visit.teamHint')}>
        <input
          className="input touch"
          value={team}
          maxLength={600}
          onChange={(event) => setTeam(event.target.value)}
        />
      </Field>
      <Button touch variant="primary" disabledBecause={missing} onClick={() => void begin()}>
        {t('visit.begin')}
      </Button>
      {visits.length === 0 ? <EmptyState title={t('visit.none')} /> : null}
      <ul className="boat-list">
        {visits.map(({ visit }) => (
          <li key={visit.id}>
            <b>{visit.place}</b>
            <span>
              {t('visit.line', { day: longDate(visit.day, locale), n: visit.families.length })}
              {visit.closedAt === null ? '' : `. ${t('visit.closed')}`}
            </span>
            <span className="boat-acts">
              <Button touch onClick={() => goTo(`/jemput-bola/${visit.id}`)}>
                {t('visit.open')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
