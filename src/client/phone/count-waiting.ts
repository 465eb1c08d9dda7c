import type { DeviceStore } from '#client/device/device-store.ts'
import { answersFaults, hasRepairWords } from '#client/device/repair-words.ts'

/** What is on this device and not at the Dinas: acts in the outbox, returned cases being answered, words of notes. */
export async function countWaiting(store: DeviceStore): Promise<number> {
  const [items, answers, notes] = await Promise.all([
    store.count('item'),
    countAnswers(store),
    countNotes(store),
  ])
  return items + answers + notes
}

/** Notes with words that the Dinas has not taken: for want of a line, or because it refused them. */
export function countNotes(store: DeviceStore): Promise<number> {
  return store.count('note')
}

/** Returned cases whose answers in words nobody has sent yet. */
export async function countAnswers(store: DeviceStore): Promise<number> {
  const answered = (await store.all('draft')).filter(hasRepairWords)
  if (answered.length === 0) return 0
  const leaving = new Set((await store.all('item')).filter(answersFaults).map((item) => item.caseId))
  return answered.filter((draft) => !leaving.has(draft.id)).length
}

/** What lies here and does not open. */
export async function countUnopened(store: DeviceStore): Promise<number> {
  const [items, drafts] = await Promise.all([store.unopened('item'), store.unopened('draft')])
  return items + drafts
}
