import type { DeviceStore } from '#client/device/device-store.ts'
import { answersFaults, hasRepairWords } from '#client/device/repair-words.ts'

/** What is on this device and not at the Dinas: acts in the outbox, and returned cases that are being answered. */
export async function countWaiting(store: DeviceStore): Promise<number> {
  const [items, answers] = await Promise.all([store.count('item'), countAnswers(store)])
  return items + answers
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
