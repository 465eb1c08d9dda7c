import type { CaseEvent } from './case-event.ts'
import type { CaseFile, Fault } from './case-file.ts'
import type { Pin, PinState } from './pin.ts'

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>

export function afterPin(file: CaseFile, event: Of<'PaperPinned'>): CaseFile {
  const { pinId, number, fileId, sha256, ruleId, page, box, code, field, text, mentions, by, at } = event
  const pin: Pin = {
    id: pinId,
    number,
    fileId,
    sha256,
    ruleId,
    page,
    box,
    ...(code === undefined ? {} : { code }),
    ...(field === undefined ? {} : { field }),
    text,
    mentions,
    by,
    at,
    thread: [],
    state: 'open',
  }
  return { ...file, pins: [...file.pins, pin] }
}

export function afterReply(file: CaseFile, event: Of<'PinReplied'>): CaseFile {
  const { replyId: id, text, mentions, by, at } = event
  return onPin(file, event.pinId, (pin) => ({
    ...pin,
    thread: [...pin.thread, { id, text, mentions, by, at }],
  }))
}

/** An answer taken back leads to where the pin was: out with a return, it waits again. */
export function afterSettling(file: CaseFile, event: Of<'PinSettled'>): CaseFile {
  const { as, by, at } = event
  return onPin(file, event.pinId, ({ settled: _before, ...pin }) =>
    as === 'open'
      ? { ...pin, state: pin.askedAt === undefined ? 'open' : 'asked' }
      : { ...pin, state: as satisfies PinState, settled: { by, at } },
  )
}

/** What goes out with a return is asked for, however it was answered before. */
export function askPins(file: CaseFile, faults: readonly Fault[], at: number): CaseFile {
  const going = new Set(faults.flatMap((fault) => fault.pins ?? []))
  if (going.size === 0) return file
  const pins = file.pins.map((pin): Pin => {
    const { settled: _before, ...rest } = pin
    return going.has(pin.id) ? { ...rest, state: 'asked', askedAt: at } : pin
  })
  return { ...file, pins }
}

function onPin(file: CaseFile, pinId: string, change: (pin: Pin) => Pin): CaseFile {
  return { ...file, pins: file.pins.map((pin) => (pin.id === pinId ? change(pin) : pin)) }
}
