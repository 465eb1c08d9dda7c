'use client'
import { MessageSquare } from 'lucide-react'
import { pinTitle } from '#domain/case/pin-words.ts'
import type { Pin } from '#domain/case/pin.ts'
import { namesOf } from '#domain/case/words.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { momentWords } from '../case-words.ts'
import { useDesk } from '../desk.ts'
import { usePinDesk } from './pin-desk.ts'
import { PinMark } from './pin-mark.tsx'

const FIRST: readonly Pin['state'][] = ['notYet', 'asked', 'open', 'good', 'withdrawn']

/** All pins of the case beside the paper, what is open first; each leads to its place. */
export function PinList() {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { file, kind, actor, now } = useDesk()
  const { may, open, openId } = usePinDesk()
  if (!may || file.pins.length === 0) return null
  const pins = [...file.pins].sort(
    (a, b) => FIRST.indexOf(a.state) - FIRST.indexOf(b.state) || a.number - b.number,
  )
  const left = pins.filter((pin) => pin.state !== 'good' && pin.state !== 'withdrawn').length
  const { paper } = namesOf(kind)
  return (
    <section aria-label={t('pin.title')}>
      <h2>
        {t('pin.title')} <span>{left > 0 ? t('pin.left', { n: left }) : t('pin.none')}</span>
      </h2>
      <ul className="pin-list">
        {pins.map((pin) => (
          <li key={pin.id} className={pin.state === 'good' || pin.state === 'withdrawn' ? 'done' : ''}>
            <button type="button" aria-current={pin.id === openId || undefined} onClick={() => open(pin)}>
              <PinMark pin={pin} />
              <span className="vh">{t('pin.number', { n: pin.number })}</span>
              <span className="what">
                {text(pinTitle(pin))}
                <small>
                  {text(paper(pin.ruleId))}, {pin.by.id === actor.id ? t('note.you') : pin.by.name},{' '}
                  {momentWords(pin.at, now, locale)}
                </small>
              </span>
              <small className="state">
                {t(`pin.state.${pin.state}`)}
                {pin.thread.length > 0 ? (
                  <>
                    <br />
                    <MessageSquare className="ic s" aria-hidden /> {pin.thread.length}
                    <span className="vh"> {t('pin.replies')}</span>
                  </>
                ) : null}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
