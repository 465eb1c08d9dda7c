'use client'
import { useEffect, useState } from 'react'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { useDevice } from '#client/phone/open-device.ts'
import { goTo } from '#client/phone/phone-visit.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { BoatWords } from '../boat/boat-words.tsx'
import { loadKind } from '../service-kinds.ts'
import { familyDrafts } from './family-drafts.ts'

type Next = { readonly caseId: string; readonly kind: KindDefinition }

/** One application of the family is handed in: the way to those that are not. */
export function FamilyNext({ view }: { readonly view: DraftView }) {
  const device = useDevice()
  const [next, setNext] = useState<readonly Next[]>([])
  useEffect(() => {
    if (device === undefined) return
    let gone = false
    void familyDrafts(device, view).then(async (drafts) => {
      const found = await Promise.all(
        drafts.map(async (one) => ({
          caseId: one.id,
          kind: await loadKind(one.view.service, one.view.kind),
        })),
      )
      if (!gone) setNext(found)
    })
    return () => {
      gone = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the family of this case
  }, [device, view.caseId])
  return next.length === 0 ? null : (
    <BoatWords>
      <Links next={next} />
    </BoatWords>
  )
}

function Links({ next }: { readonly next: readonly Next[] }) {
  const t = useT('boat')
  const text = useText()
  return (
    <nav className="family" aria-label={t('family.with')}>
      <h3 className="title">{t('family.with')}</h3>
      {next.map((one) => (
        <Button key={one.caseId} touch onClick={() => goTo(`/ajukan/${one.caseId}`)}>
          {t('family.open', { kind: text(one.kind.label) })}
        </Button>
      ))}
    </nav>
  )
}
