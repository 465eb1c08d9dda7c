'use client'
import { FileText, Printer, Upload } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { timeInWit } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { SavedMark } from '#ui/saved-mark.tsx'

export type HandedIn = {
  readonly caseId: string
  readonly number: string | null
  readonly applicant: string
  readonly at: number
  readonly repaired: boolean
  /** False: it lies in the outbox of this device, and sends itself. */
  readonly atDinas: boolean
}

type Props = {
  readonly handedIn: HandedIn
  readonly kind: KindDefinition
  readonly onTakeBack?: (() => void) | undefined
  /** What comes after: the family's other applications. */
  readonly children?: ReactNode
}

/** Handed in: the number first, then what to do with it. Without a network: that it is safe here, and goes by itself. */
export function DoneScreen({ handedIn, kind, onTakeBack, children }: Props) {
  const t = useT('intake')
  const text = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const { atDinas, caseId } = handedIn
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="intake done" data-handed-in={atDinas ? 'dinas' : 'device'}>
      <div className="pg">
        <div className="task">
          <p className="saved">
            <SavedMark place={atDinas ? 'dinas' : 'device'} yes>
              {t(atDinas ? 'done.saved' : 'done.savedHere', { time: timeInWit(handedIn.at) })}
            </SavedMark>
            {atDinas ? null : (
              <SavedMark place="dinas" yes={false}>
                {t('saved.notDinas')}
              </SavedMark>
            )}
          </p>
          <h2 ref={heading} tabIndex={-1}>
            {t(atDinas ? (handedIn.repaired ? 'done.repaired' : 'done.title') : 'done.waits')}
          </h2>
          {handedIn.number === null ? null : (
            <p className="bignumber" data-number={handedIn.number}>
              {handedIn.number}
            </p>
          )}
          <p className="second">
            {text(kind.label)}
            {handedIn.applicant ? `, ${handedIn.applicant}` : ''}
          </p>
          <p className="second">{t(atDinas ? 'done.next' : 'done.sendsItself')}</p>
          <p className="done-acts">
            <Link className="btn primary touch" href={`/permohonan/${caseId}/tanda-terima`} prefetch={false}>
              <Printer className="ic" aria-hidden />
              {t(atDinas ? 'done.receipt' : 'done.provisional')}
            </Link>
            {atDinas ? (
              <Link className="btn touch" href={`/permohonan/${caseId}`} prefetch={false}>
                <FileText className="ic" aria-hidden />
                {t('done.open')}
              </Link>
            ) : (
              <Link className="btn touch" href="/kotak-keluar" prefetch={false}>
                <Upload className="ic" aria-hidden />
                {t('done.outbox')}
              </Link>
            )}
            {onTakeBack ? (
              <Button touch onClick={onTakeBack}>
                {t('done.takeBack')}
              </Button>
            ) : null}
            <Link className="btn touch" href="/ajukan" prefetch={false}>
              {t('done.another')}
            </Link>
          </p>
          {children}
        </div>
      </div>
    </div>
  )
}
