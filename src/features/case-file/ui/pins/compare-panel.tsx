'use client'
import { Info, LayoutPanelLeft, MessageSquare } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { pinTitle } from '#domain/case/pin-words.ts'
import type { Pin } from '#domain/case/pin.ts'
import { wordsOf } from '#domain/case/refusal-words.ts'
import { readyWords } from '#domain/case/return-words.ts'
import { namesOf } from '#domain/case/words.ts'
import { useShortcuts } from '#client/shortcuts.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { wordsFor } from '../case-words.ts'
import { useDesk } from '../desk.ts'
import { TroubleNote } from '../trouble-note.tsx'
import { mayAnswer } from './may-answer.ts'
import { usePinDesk } from './pin-desk.ts'
import { PinMark } from './pin-mark.tsx'

/** What was asked for, one by one: old and new beside it, and the answer that each waits for. */
export function ComparePanel() {
  const t = useT('case')
  const { file, run } = useDesk()
  const { review, current, look, setComparing } = usePinDesk()
  const settled = review.filter((pin) => pin.state === 'good').length
  const list = useRef<HTMLDivElement>(null)
  const answer = async (pin: Pin | undefined, as: 'good' | 'notYet') => {
    if (!pin) return
    const rest = review.filter((one) => one.state === 'asked' && one.id !== pin.id)
    const next = rest.find((one) => one.number > pin.number) ?? rest[0]
    if ((await run({ type: 'settlePin', pinId: pin.id, as })) === 'done' && next) look(next)
  }
  useShortcuts({
    y: () => void answer(current, 'good'),
    n: () => void answer(current, 'notYet'),
  })
  // The paper of the pin that waits is the one that lies under the glass.
  const first = useRef(true)
  const begin = current ?? review[0]
  useEffect(() => {
    if (first.current && begin) look(begin)
    first.current = false
  })
  const currentId = current?.id
  useEffect(() => {
    list.current?.querySelector('.pin-card.cur')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  return (
    <div
      className="case-col pin-compare"
      ref={list}
      role="region"
      aria-label={t('compare.title', { n: review.length })}
      tabIndex={0}
    >
      <header>
        <h2 className="title">{t('compare.title', { n: review.length })}</h2>
        <span className="label" role="status">
          {t('compare.count', { n: settled, of: review.length })}
        </span>
      </header>
      {review.map((pin) => (
        <Card
          key={pin.id}
          pin={pin}
          current={pin.id === current?.id}
          onAnswer={(as) => void answer(pin, as)}
        />
      ))}
      <p className="why">
        <Info className="ic s" aria-hidden /> {t('compare.kept')}
      </p>
      <Button icon={<LayoutPanelLeft className="ic" aria-hidden />} onClick={() => setComparing(false)}>
        {t('compare.leave', { n: file.papers.filter((paper) => paper.replacedBy === undefined).length })}
      </Button>
    </div>
  )
}

type CardProps = {
  readonly pin: Pin
  readonly current: boolean
  readonly onAnswer: (as: 'good' | 'notYet') => void
}

function Card({ pin, current, onAnswer }: CardProps) {
  const t = useT('case')
  const text = useText()
  const locale = useLocale()
  const { file, kind, actor, now, run, trouble } = useDesk()
  const { look } = usePinDesk()
  const faults = file.returned?.faults ?? []
  const index = faults.findIndex((fault) => fault.pins?.includes(pin.id))
  const paper = text(namesOf(kind).paper(pin.ruleId))
  // Of several pins in one line each says its own part of it.
  const alone = faults[index]?.pins?.length === 1
  const asked = pin.text || (alone ? faults[index]?.instruction : readyWords(pin.code ?? '', paper, locale))
  const answer = file.repairs.find((repair) => repair.fault === index)
  const sender = file.papers.find(
    (paper) => paper.replacedBy === undefined && paper.ruleId === pin.ruleId,
  )?.addedBy
  const may = mayAnswer(file, pin, actor, now)
  const waits = pin.state === 'asked'
  const title = text(pinTitle(pin)) || paper
  const own = trouble?.command.type === 'settlePin' && trouble.command.pinId === pin.id
  return (
    <article
      className={['pin-card', current ? 'cur' : '', waits ? '' : 'done'].filter(Boolean).join(' ')}
      data-pin={pin.number}
    >
      <header>
        <PinMark pin={pin} />
        <button type="button" className="name" aria-current={current || undefined} onClick={() => look(pin)}>
          <span className="vh">{t('pin.number', { n: pin.number })} </span>
          {title}
        </button>
        {pin.state === 'good' ? <Chip tone="accent">{t('pin.good')}</Chip> : null}
        {pin.state === 'notYet' ? <Chip tone="warn">{t('pin.notYet')}</Chip> : null}
      </header>
      <p className="label">{paper}</p>
      {asked ? <p className="second">{t('compare.asked', { words: asked })}</p> : null}
      {answer ? (
        <p>
          <MessageSquare className="ic" aria-hidden /> {sender ? `${sender.name}: ` : ''}“{answer.answer}”
        </p>
      ) : null}
      {pin.thread.map((reply) => (
        <p key={reply.id}>
          <MessageSquare className="ic" aria-hidden /> {reply.by.name}: “{reply.text}”
        </p>
      ))}
      {waits && may.settle ? (
        <div className="q">
          <Button
            variant={current ? 'primary' : 'plain'}
            kbd={current ? 'Y' : undefined}
            onClick={() => onAnswer('good')}
          >
            {t('pin.good')}
          </Button>
          <Button kbd={current ? 'N' : undefined} onClick={() => onAnswer('notYet')}>
            {t('pin.notYet')}
          </Button>
        </div>
      ) : null}
      {!waits && may.reopen ? (
        <div>
          <Button
            small
            variant="quiet"
            onClick={() => void run({ type: 'settlePin', pinId: pin.id, as: 'open' })}
          >
            {t('compare.again')}
          </Button>
        </div>
      ) : null}
      {waits && may.why ? <p className="why">{text(wordsOf(may.why, wordsFor(kind, now)))}</p> : null}
      {own ? <TroubleNote trouble={trouble} /> : null}
    </article>
  )
}
