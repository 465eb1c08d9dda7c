'use client'
import { CopyCheck, MapPinned } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { reasonsInWords } from '#domain/identity/twin-reason.ts'
import { STAGE } from '#domain/case/stage.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { momentWords } from '../case-words.ts'
import { useDesk } from '../desk.ts'
import { comparePath } from './compare-path.ts'
import './twins.css'

/** Before any work starts: which case this one may be the same as and why; or only that the Dinas should be asked. */
export function LikelyBanner() {
  const t = useT('twins')
  const text = useText()
  const { file, view } = useDesk()
  const [first, ...more] = view.likely
  const [atFirst] = useState(first !== undefined || view.elsewhere > 0)
  if (first === undefined && view.elsewhere === 0)
    // Its place is kept: what someone reads below does not move.
    return atFirst ? <p className="twin-banner quiet">{t('banner.settled')}</p> : null
  if (first === undefined) return <Elsewhere />
  return (
    <div className="twin-banner" role="note">
      <CopyCheck className="ic" aria-hidden />
      <p>
        <b>{t('banner.same', { number: first.number ?? t('compare.draft') })}</b>
        {first.subject === '' ? '' : ` (${first.subject}, ${text(STAGE[first.stage].label)})`}:{' '}
        {text(reasonsInWords(first.reasons))}
        {more.length > 0 ? `; ${t('banner.more', { n: more.length })}` : ''}
      </p>
      <Link className="btn sm" href={comparePath(file.id, first.caseId)}>
        {t('banner.compare')}
      </Link>
      <Elsewhere />
    </div>
  )
}

/** Nothing of what lies elsewhere: whoever sees both answers. */
function Elsewhere() {
  const t = useT('twins')
  const locale = useLocale()
  const { file, view, run, mayNot, now } = useDesk()
  const asked = file.twins?.find((ruling) => ruling.ruling === 'asked')
  if (view.elsewhere === 0) return null
  if (view.elsewhere === 2 && asked === undefined)
    return <p className="twin-banner quiet">{t('ask.later')}</p>
  const refusal = mayNot('askTwin')
  return (
    <div className="twin-banner" role="note">
      <MapPinned className="ic" aria-hidden />
      <p>
        <b>{t('ask.elsewhere')}</b>
        {asked ? ` ${t('ask.done', { at: momentWords(asked.at, now, locale) })}` : ''}
      </p>
      {refusal ? null : (
        <Button small onClick={() => void run({ type: 'askTwin' })}>
          {t('ask.button')}
        </Button>
      )}
    </div>
  )
}
