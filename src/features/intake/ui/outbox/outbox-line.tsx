'use client'
import { CalendarClock, Download, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { FILE_REFUSALS, FILE_REFUSAL_TEXT } from '#domain/intake/paper-file.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import type { OutboxItem } from '#client/device/device-entry.ts'
import type { Outbox } from '#client/outbox/outbox.ts'
import { bytesOf } from '#client/outbox/outbox-state.ts'
import { photoOut } from '#client/outbox/photo-out.ts'
import { saveFile } from '#client/boat/save-file.ts'
import { bytesInWords, exactInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { useRefusalWords } from '../refusal-note.tsx'
import type { Card } from './group-lanes.ts'
import { holdTimes } from './hold-times.ts'

type Props = {
  readonly line: Card['items'][number]
  readonly kind: KindDefinition | undefined
  readonly outbox: Outbox
}

/** One thing of an application: what it is, its size, how it stands, what went wrong, and what can be done about it. */
export function OutboxLine({ line, kind, outbox }: Props) {
  const { item, standing } = line
  const t = useT('outbox')
  const locale = useLocale()
  const name = useItemName(item, kind)
  const trouble = useTroubleWords(item, kind)
  const [asking, setAsking] = useState<'hold' | 'discard'>()
  const [times, setTimes] = useState<ReturnType<typeof holdTimes>>([])
  const close = () => setAsking(undefined)
  const begins = item.what === 'command' && item.command.type === 'create'
  return (
    <li data-item={item.id} data-standing={standing}>
      <span className="ob-name">
        {name}
        <small>
          {bytesInWords(bytesOf(item), locale)},{' '}
          {standing === 'held'
            ? t('line.held', { when: exactInWit(item.notBefore ?? 0, locale) })
            : t(`line.${standing}`)}
        </small>
        {trouble === undefined ? null : (
          <small className="err" role="alert">
            {trouble}
          </small>
        )}
      </span>
      <span className="ob-acts">
        {standing === 'attention' || standing === 'held' ? (
          <Button
            touch
            icon={<RotateCw className="ic" aria-hidden />}
            aria-label={t('retryOf', { name })}
            onClick={() => void outbox.retry(item.id)}
          >
            {t(standing === 'held' ? 'now' : 'retry')}
          </Button>
        ) : (
          <Button
            touch
            icon={<CalendarClock className="ic" aria-hidden />}
            aria-label={t('holdOf', { name })}
            onClick={() => {
              setTimes(holdTimes(Date.now()))
              setAsking('hold')
            }}
          >
            {t('hold')}
          </Button>
        )}
        {standing === 'attention' && item.what === 'paper' ? (
          <Button
            touch
            icon={<Download className="ic" aria-hidden />}
            aria-label={t('takeOutOf', { name })}
            onClick={() => void photoOut(outbox.store, item).then((file) => file && saveFile(file))}
          >
            {t('takeOut')}
          </Button>
        ) : null}
        <Button
          touch
          variant="danger"
          icon={<Trash2 className="ic" aria-hidden />}
          aria-label={t('discardOf', { name })}
          onClick={() => setAsking('discard')}
        >
          {t('discard')}
        </Button>
      </span>
      <Dialog open={asking === 'hold'} onClose={close} title={t('hold.title')}>
        <div className="ob-times">
          {times.map((time) => (
            <Button
              key={time.name}
              touch
              block
              onClick={() => {
                void outbox.hold(item.id, time.at)
                close()
              }}
            >
              {t(`hold.${time.name}`)}
            </Button>
          ))}
        </div>
      </Dialog>
      <Dialog
        open={asking === 'discard'}
        onClose={close}
        title={t('discard.title', { name })}
        footer={
          <>
            <Button touch onClick={close}>
              {t('discard.no')}
            </Button>
            <Button
              touch
              variant="danger"
              onClick={() => {
                void outbox.discard(item.id)
                close()
              }}
            >
              {t('discard.yes')}
            </Button>
          </>
        }
      >
        <p>{t(begins ? 'discard.whole' : 'discard.words')}</p>
      </Dialog>
    </li>
  )
}

function useItemName(item: OutboxItem, kind: KindDefinition | undefined): string {
  const t = useT('outbox')
  const text = useText()
  if (item.what === 'paper') {
    const rule = kind?.papers.find((one) => one.id === item.ruleId)
    return rule ? text(rule.label) : t('item.paper')
  }
  const { command } = item
  if (command.type === 'edit') return t('item.edit', { n: Object.keys(command.changed).length })
  if (command.type === 'writeNote') return t('item.note')
  return text(COMMAND_LABEL[command.type])
}

const OWN_WORDS = [
  'fault',
  'bad-input',
  'too-old',
  'hash-differs',
  'bytes-missing',
  'paper-not-taken',
] as const

/** What went wrong, in words; undefined when nothing did. */
function useTroubleWords(item: OutboxItem, kind: KindDefinition | undefined): string | undefined {
  const t = useT('outbox')
  const text = useText()
  const refusalWords = useRefusalWords(kind)
  const { trouble } = item
  if (trouble === undefined) return undefined
  const file = FILE_REFUSALS.find((code) => code === trouble.why)
  if (file !== undefined && item.what === 'paper' && trouble.detail === undefined)
    return text(FILE_REFUSAL_TEXT[file])
  const own = OWN_WORDS.find((code) => code === trouble.why)
  if (own !== undefined) return t(`why.${own}`, { number: trouble.words ?? '' })
  return refusalWords(trouble.detail as Refusal)
}
