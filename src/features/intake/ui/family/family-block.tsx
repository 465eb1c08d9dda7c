'use client'
import { Users } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { bundleOffers } from '#domain/intake/bundle/bundle-offers.ts'
import { sharedAnswers } from '#domain/intake/bundle/share-answers.ts'
import type { Situation } from '#domain/service/answers.ts'
import type { KindDefinition, PaperRule } from '#domain/service/service-definition.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import { useDevice } from '#client/phone/open-device.ts'
import { goTo } from '#client/phone/phone-visit.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { beginDraft } from '../begin-draft.ts'
import { BoatWords } from '../boat/boat-words.tsx'
import type { Draft } from '../draft.ts'
import type { PaperSender } from '../paper-sender.ts'
import { loadKind } from '../service-kinds.ts'
import '../boat/boat.css'
import { familyDrafts, rootOf } from './family-drafts.ts'
import { answersToPull, pullPhotos } from './pull-shared.ts'

type Props = {
  readonly draft: Draft
  readonly sender: PaperSender
  readonly kind: KindDefinition
  readonly place: DraftEntry['place']
  readonly situation: Situation
  readonly needed: readonly PaperRule[]
}
type Option = { readonly kind: KindDefinition; readonly because: string; readonly caseId: string | undefined }

/** Beside a form: what the same family can apply for in the same sitting, and what it has begun already. */
export function FamilyBlock(props: Props) {
  return (
    <BoatWords>
      <Block {...props} />
    </BoatWords>
  )
}

function Block({ draft, sender, kind, place, situation, needed }: Props) {
  const t = useT('boat')
  const text = useText()
  const device = useDevice()
  const [options, setOptions] = useState<readonly Option[]>([])
  const [photos, setPhotos] = useState(0)
  const [filled, setFilled] = useState(0)
  const [busy, setBusy] = useState(false)
  const { view, answers } = draft.snapshot()
  const offered = bundleOffers(kind, situation)
  const wanted = offered.map((offer) => offer.kind).join()
  const pulled = useRef(false)

  useEffect(() => {
    if (device === undefined) return
    let gone = false
    const look = async () => {
      const family = await familyDrafts(device, view)
      const found = await Promise.all([
        ...offered.map(async (offer) => ({
          kind: await loadKind(offer.service, offer.kind),
          because: text(offer.because),
          caseId: family.find((one) => one.view.kind === offer.kind)?.id,
        })),
        ...family
          .filter((one) => !offered.some((offer) => offer.kind === one.view.kind))
          .map(async (one) => ({
            kind: await loadKind(one.view.service, one.view.kind),
            because: '',
            caseId: one.id,
          })),
      ])
      if (!gone) setOptions(found)
    }
    void look()
    const stop = device.onChange(() => void look())
    return () => {
      gone = true
      stop()
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is offered is named by `wanted`
  }, [device, view.caseId, wanted])

  useEffect(() => {
    if (device === undefined || pulled.current) return
    pulled.current = true
    void answersToPull(device, view, kind, answers).then((found) => {
      for (const [field, value] of Object.entries(found)) draft.set(field, value)
      if (Object.keys(found).length > 0) draft.leave()
      setFilled(Object.keys(found).length)
    })
    void pullPhotos(device, draft, sender, kind, needed).then(setPhotos)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each opening of the form
  }, [device])

  async function begin(option: Option): Promise<void> {
    if (device === undefined || busy) return
    setBusy(true)
    const { id, service } = option.kind
    const shared = sharedAnswers(kind, option.kind, answers)
    const chosen = { service, kind: id, negeri: view.negeri, place, answers: shared, bundle: rootOf(view) }
    goTo(`/ajukan/${await beginDraft(device, chosen, Date.now())}`)
  }

  if (options.length === 0 && photos === 0 && filled === 0) return null
  return (
    <section className="family" aria-labelledby="family-title">
      <h3 className="title" id="family-title">
        <Users className="ic" aria-hidden /> {t('family.title')}
      </h3>
      <p className="second">{t('family.about')}</p>
      {filled > 0 ? <output>{t('family.filled', { n: filled })}</output> : null}
      {photos > 0 ? <output>{t('family.photos', { n: photos })}</output> : null}
      <ul className="boat-list">
        {options.map((option) => (
          <li key={option.kind.id}>
            {option.because === '' ? null : <small>{option.because}</small>}
            {option.caseId === undefined ? (
              <Button touch onClick={() => void begin(option)}>
                {t('family.begin', { kind: text(option.kind.label) })}
              </Button>
            ) : (
              <Button touch onClick={() => goTo(`/ajukan/${option.caseId}`)}>
                {t('family.open', { kind: text(option.kind.label) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
