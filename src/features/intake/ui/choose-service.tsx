'use client'
import { ChevronRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { ServiceDefinition } from '#domain/service/service-definition.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { newId } from '#client/new-id.ts'
import { Fault, runCase } from '#client/run.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { DraftList } from './draft-list.tsx'
import { NegeriInput } from './place-input.tsx'
import { RefusalNote } from './later-pages.ts'
import { loadService } from './service-kinds.ts'
import './intake.css'

const ALL: readonly ServiceId[] = ['AKTA_KELAHIRAN', 'KK', 'SKPWNI']

/** What waits for this person's hands, and the way to something new: service, kind, negeri. */
export function ChooseService({ me, children }: { readonly me: Actor; readonly children?: ReactNode }) {
  const t = useT('intake')
  const [service, setService] = useState<ServiceId>()
  const offered = ALL.filter((one) => me.services.length === 0 || me.services.includes(one))
  return (
    <div className="intake choose">
      <div className="scroll">
        <div className="pg">
          <div className="task">
            <DraftList />
            <h1 className="title">{t('choose.title')}</h1>
            <ul className="services">
              {offered.map((one) => (
                <li key={one}>
                  <button
                    type="button"
                    className="service"
                    aria-pressed={service === one}
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
  const router = useRouter()
  const [definition, setDefinition] = useState<ServiceDefinition>()
  const [kind, setKind] = useState('')
  const own = me.areas.length === 1 && me.areas[0]?.length === 13 ? me.areas[0] : ''
  const [negeri, setNegeri] = useState(own)
  // One id for one choice: a second press, or a lost answer, is the same case; another choice is another.
  const ids = useRef(new Map<string, string>())
  const top = useRef<HTMLFieldSetElement>(null)
  const [state, setState] = useState<{
    readonly busy: boolean
    readonly refusal?: Refusal
    readonly words?: string
  }>({ busy: false })
  useEffect(() => {
    async function load(): Promise<void> {
      const loaded = await loadService(service)
      setDefinition(loaded)
      if (loaded.kinds.length === 1 && loaded.kinds[0]) setKind(loaded.kinds[0].id)
    }
    void load()
  }, [service])

  async function begin(): Promise<void> {
    setState({ busy: true })
    const choice = `${kind}/${negeri}`
    const caseId = ids.current.get(choice) ?? newId()
    ids.current.set(choice, caseId)
    try {
      const answer = await runCase({ type: 'create', service, kind, negeri, deviceAt: Date.now() }, caseId, 0)
      if (answer.ok || answer.refusal.why === 'already-exists') router.push(`/ajukan/${caseId}`)
      else setState({ busy: false, refusal: answer.refusal })
    } catch (error) {
      setState({ busy: false, words: error instanceof Fault ? error.message : t('unreachable') })
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
      {state.refusal || state.words ? (
        <Suspense fallback={null}>
          <RefusalNote
            kind={definition.kinds.find((one) => one.id === kind)}
            refusal={state.refusal}
            fault={state.words}
          />
        </Suspense>
      ) : null}
      <Button
        touch
        variant="primary"
        block
        disabledBecause={state.busy ? t('choose.busy') : missing}
        onClick={() => void begin()}
      >
        {t('choose.begin')}
      </Button>
    </div>
  )
}
