'use client'
import { ChevronRight, CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { ServiceDefinition } from '#domain/service/service-definition.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { DeviceFull } from '#client/device/device-store.ts'
import { useDevice } from '#client/phone/open-device.ts'
import { goTo } from '#client/phone/phone-visit.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { useScripted } from '#ui/use-scripted.ts'
import { DraftList } from './draft-list.tsx'
import { NegeriInput } from './place-input.tsx'
import { usePlaces } from './places.ts'
import { loadService } from './service-kinds.ts'
import './intake.css'

/** What writes into the outbox is not needed before something is begun. */
const loadBeginning = () => import('./begin-draft.ts')

const ALL: readonly ServiceId[] = ['AKTA_KELAHIRAN', 'KK', 'SKPWNI']

/** What waits for this person's hands, and the way to something new: service, kind, negeri. */
export function ChooseService({ me, children }: { readonly me: Actor; readonly children?: ReactNode }) {
  const t = useT('intake')
  const [service, setService] = useState<ServiceId>()
  const ready = useScripted()
  const offered = ALL.filter((one) => me.services.length === 0 || me.services.includes(one))
  return (
    <div className="intake choose">
      <div className="scroll">
        <div className="pg">
          <div className="task">
            <DraftList />
            <h1 className="title">{t('choose.title')}</h1>
            {ready ? null : (
              <p className="second" role="status">
                {t('choose.busy')}
              </p>
            )}
            <ul className="services" aria-busy={!ready}>
              {offered.map((one) => (
                <li key={one}>
                  <button
                    type="button"
                    className="service"
                    aria-pressed={service === one}
                    aria-disabled={!ready}
                    onClick={() => setService(one)}
                  >
                    <span>
                      <b>{t(`service.${one}`)}</b>
                      <small>{t(`service.${one}.about`)}</small>
                    </span>
                    <ChevronRight className="ic" aria-hidden />
                  </button>
                </li>
              ))}
            </ul>
            {service ? <ChooseKind key={service} me={me} service={service} /> : null}
            {children}
          </div>
          <aside className="remind">
            <p className="second">{t('remind.free')}</p>
            <p className="second">{t('remind.paper')}</p>
          </aside>
        </div>
      </div>
    </div>
  )
}

function ChooseKind({ me, service }: { readonly me: Actor; readonly service: ServiceId }) {
  const t = useT('intake')
  const text = useText()
  const device = useDevice()
  const { nameOf } = usePlaces()
  const [definition, setDefinition] = useState<ServiceDefinition>()
  const [kind, setKind] = useState('')
  const own = me.areas.length === 1 && me.areas[0]?.length === 13 ? me.areas[0] : ''
  const [negeri, setNegeri] = useState(own)
  const top = useRef<HTMLFieldSetElement>(null)
  const [state, setState] = useState<'ready' | 'busy' | 'full'>('ready')
  useEffect(() => {
    async function load(): Promise<void> {
      void loadBeginning()
      const loaded = await loadService(service)
      setDefinition(loaded)
      if (loaded.kinds.length === 1 && loaded.kinds[0]) setKind(loaded.kinds[0].id)
    }
    void load()
  }, [service])

  async function begin(): Promise<void> {
    if (device === undefined || state === 'busy') return
    setState('busy')
    try {
      const place = { negeri: nameOf(negeri), kecamatan: nameOf(negeri.slice(0, 8)) }
      const { beginDraft } = await loadBeginning()
      goTo(`/ajukan/${await beginDraft(device, { service, kind, negeri, place }, Date.now())}`)
    } catch (error) {
      if (!(error instanceof DeviceFull)) throw error
      setState('full')
    }
  }

  useEffect(() => {
    if (definition) top.current?.scrollIntoView({ block: 'nearest' })
  }, [definition])

  if (definition === undefined) return null
  const missing = kind === '' ? t('choose.kindFirst') : negeri === '' ? t('choose.negeriFirst') : undefined
  return (
    <div className="kinds">
      <fieldset ref={top}>
        <legend className="title">{t('choose.kind')}</legend>
        <div className="opts">
          {definition.kinds.map((one) => (
            <label key={one.id} className="opt">
              <input
                type="radio"
                name="kind"
                value={one.id}
                checked={kind === one.id}
                onChange={() => setKind(one.id)}
              />
              <span>
                {text(one.label)}
                <small>{t('choose.when', { when: text(one.when) })}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {own === '' ? (
        <div className="field">
          <label htmlFor="negeri">{t('choose.negeri')}</label>
          <NegeriInput
            id="negeri"
            value={negeri}
            only={me.areas}
            onChange={setNegeri}
            onLeave={() => undefined}
          />
        </div>
      ) : null}
      {state === 'full' ? (
        <Note tone="danger" role="alert" icon={<CircleAlert className="ic" aria-hidden />}>
          {t('choose.full')}
        </Note>
      ) : null}
      <Button
        touch
        variant="primary"
        block
        disabledBecause={device === undefined || state === 'busy' ? t('choose.busy') : missing}
        onClick={() => void begin()}
      >
        {t('choose.begin')}
      </Button>
    </div>
  )
}
