'use client'
import { useEffect, useRef, useState } from 'react'
import type { Text } from '#domain/shared/text.ts'
import { STAGE } from '#domain/case/stage.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { api } from '#client/trpc.ts'
import { exactInWit, wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'

export type Preview = Awaited<ReturnType<typeof api.time.previewDay.query>>
const PAUSE_MS = 500

type PreviewLineProps<Answer> = {
  /** What is asked, as a key: another one asks anew. */
  readonly asked: string
  readonly ask: () => Promise<Answer>
  readonly children: (answer: Answer) => React.ReactNode
}

/** A look ahead, asked again a moment after the change was last touched. */
export function LookAhead<Answer>({ asked, ask, children }: PreviewLineProps<Answer>) {
  const t = useT('calendar')
  const [found, setFound] = useState<{ readonly asked: string; readonly answer: Answer }>()
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    let gone = false
    const timer = setTimeout(() => {
      latest.current().then(
        (answer) => gone || setFound({ asked, answer }),
        () => undefined, // a look ahead is a help, not a condition
      )
    }, PAUSE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [asked])
  if (found?.asked !== asked) return <p className="second">{t('preview.asking')}</p>
  return <div role="status">{children(found.answer)}</div>
}

type Places = { readonly [code: string]: string }

/** "31 tenggat akan bergeser", and some of them. */
export function PreviewLine({
  asked,
  ask,
  places,
}: {
  readonly asked: string
  readonly ask: () => Promise<Preview>
  readonly places: Places
}) {
  return (
    <LookAhead asked={asked} ask={ask}>
      {(preview) => (
        <>
          <PreviewSum preview={preview} />
          <PreviewExamples preview={preview} places={places} />
        </>
      )}
    </LookAhead>
  )
}

export function PreviewSum({ preview: { open, looked, moved } }: { readonly preview: Preview }) {
  const t = useT('calendar')
  const locale = useLocale()
  const n = wholeNumber(moved, locale)
  return (
    <p className="preview">
      {looked < open
        ? t('preview.ofSome', { n, looked: wholeNumber(looked, locale), open: wholeNumber(open, locale) })
        : t('preview.moves', { n, open: wholeNumber(open, locale) })}
    </p>
  )
}

const CLOCK: Record<Preview['examples'][number]['clock'], Text> = {
  stage: { id: 'tahap', en: 'stage' },
  promise: { id: 'janji', en: 'promise' },
  law: { id: 'batas hukum', en: 'legal limit' },
}

/** Where, in which stage, when it falls due now and when it would. */
export function PreviewExamples({
  preview: { examples },
  places,
}: {
  readonly preview: Preview
  readonly places: Places
}) {
  const t = useT('calendar')
  const text = useText()
  const locale = useLocale()
  if (examples.length === 0) return null
  const moment = (at: Instant | null) => (at === null ? t('preview.stands') : exactInWit(at, locale))
  return (
    <ul className="preview-examples">
      {examples.map(({ service, negeri, stage, clock, before, after }, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- an example has no name
        <li key={n}>
          <span>
            {t(`service.${service}`)}, {places[negeri] ?? negeri}
            <small>
              {text(STAGE[stage].label)}, {text(CLOCK[clock])}
            </small>
          </span>
          <span>
            <del>{moment(before)}</del> <ins>{moment(after)}</ins>
          </span>
        </li>
      ))}
    </ul>
  )
}
