import type { Text } from '#domain/shared/text.ts'
import type { CaseEvent } from './case-event.ts'
import type { Pin } from './pin.ts'
import { REASON } from './reason.ts'
import type { Words } from './words.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** What a pin says in one line: its fault, else the beginning of its words. */
export function pinTitle({ code, text }: Pick<Pin, 'code' | 'text'>): Text {
  if (code !== undefined && code !== 'OTHER') return REASON[code].label
  const line = text.split('\n')[0] ?? ''
  const short = line.length > 80 ? `${line.slice(0, 79)}…` : line
  return t(short, short)
}

type PinEvent = Extract<CaseEvent, { type: 'PaperPinned' | 'PinReplied' | 'PinSettled' }>

/** What happened to a pin, as the timeline tells it after the author's name. */
export function pinEventWords(event: PinEvent, words: Words): Text {
  const { number } = event
  if (event.type === 'PinReplied') return t(`menjawab pin ${number}`, `answered pin ${number}`)
  if (event.type === 'PaperPinned') {
    const paper = words.paper(event.ruleId)
    const what = event.code === undefined ? t('', '') : REASON[event.code].label
    const colon = event.code === undefined ? '' : ': '
    return t(
      `menaruh pin ${number} pada ${paper.id}${colon}${what.id.toLowerCase()}`,
      `put pin ${number} on ${paper.en}${colon}${what.en.toLowerCase()}`,
    )
  }
  switch (event.as) {
    case 'good':
      return t(`memastikan pin ${number} sudah baik`, `confirmed that pin ${number} is good now`)
    case 'notYet':
      return t(`menandai pin ${number} belum baik`, `marked pin ${number} as not good yet`)
    case 'withdrawn':
      return t(`menarik pin ${number}`, `withdrew pin ${number}`)
    case 'open':
      return t(`membuka lagi pin ${number}`, `opened pin ${number} again`)
  }
}
