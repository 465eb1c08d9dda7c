'use client'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { wordsOf } from '#domain/case/refusal-words.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { namesOf } from '#domain/case/words.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { longDate, timeInWit } from '#i18n/format.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'
import { Note } from '#ui/note.tsx'

/** A refusal in the reader's words. */
export function useRefusalWords(kind: KindDefinition | undefined): (refusal: Refusal) => string {
  const text = useText()
  return (refusal) =>
    text(
      wordsOf(refusal, {
        ...namesOf(kind),
        time: (at) => ({ id: timeInWit(at), en: timeInWit(at) }),
        date: (day) => ({ id: longDate(day, 'id'), en: longDate(day, 'en') }),
      }),
    )
}

/** It stands where the action was. */
export function RefusalNote({
  kind,
  refusal,
  fault,
  caseId,
}: {
  readonly kind: KindDefinition | undefined
  readonly refusal: Refusal | undefined
  readonly fault: string | undefined
  /** Where the case can be seen, should it have gone on without this screen. */
  readonly caseId?: string
}) {
  const t = useT('intake')
  const words = useRefusalWords(kind)
  if (refusal === undefined && fault === undefined) return null
  return (
    <Note tone="danger" role="alert" icon={<CircleAlert className="ic" aria-hidden />}>
      {refusal ? words(refusal) : fault}
      {caseId && refusal?.why === 'not-in-stage' ? (
        <>
          {' '}
          <Link href={`/permohonan/${caseId}`} prefetch={false}>
            {t('done.open')}
          </Link>
        </>
      ) : null}
    </Note>
  )
}
