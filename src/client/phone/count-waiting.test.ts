import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import { deviceDb } from '#client/device/device-db.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { withoutRepairWords, withRepairWord } from '#client/device/repair-words.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import { Outbox } from '#client/outbox/outbox.ts'
import { countAnswers, countNotes, countUnopened, countWaiting } from './count-waiting.ts'

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
const returned: DraftEntry = {
  kind: 'draft',
  id: 'c',
  view: { caseId: 'c', version: 4, answers: {}, returned: { at: 7, faults: [] } } as unknown as DraftView,
  place: { negeri: '', kecamatan: '' },
  unsent: { changed: {}, base: {} },
  beganAt: 0,
  toldAt: 0,
}

async function aStore() {
  return deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
}

test('answers to faults wait like everything else, and are not counted twice once they are put to be sent', async () => {
  const store = await aStore()
  const outbox = new Outbox(store)
  await store.write([{ keep: returned }])
  expect(await countWaiting(store)).toBe(0)
  await store.write([{ keep: withRepairWord(returned, 0, 'Sudah diganti') }])
  expect([await countWaiting(store), await countAnswers(store)]).toEqual([1, 1])
  const command = { type: 'resubmit' as const, answers: [{ fault: 0, answer: 'Sudah diganti' }] }
  await outbox.put([{ caseId: 'c', about, seenVersion: 4, command }])
  expect([await countWaiting(store), await countAnswers(store)]).toEqual([1, 0])
})

test('empty words, words to an earlier return, and none at all do not wait', async () => {
  const store = await aStore()
  const answered = withRepairWord(returned, 1, 'Sudah')
  const again = { ...answered, view: { ...answered.view, returned: { at: 8 } as DraftView['returned'] } }
  for (const keep of [withRepairWord(returned, 0, '  '), again, withoutRepairWords(answered)]) {
    await store.write([{ keep }])
    expect(await countWaiting(store)).toBe(0)
  }
})

test('answers lie sealed on the disk', async () => {
  const store = await aStore()
  await store.write([{ keep: withRepairWord(returned, 0, 'GRASELA') }])
  const entry = await (await deviceDb()).get('entries', `${store.personId}/draft/c`)
  const disk =
    entry && 'body' in entry.sealed ? new TextDecoder('latin1').decode(entry.sealed.body) : 'GRASELA'
  expect(disk).not.toContain('GRASELA')
  expect((await store.get('draft', 'c'))?.repairWords).toEqual({ returnedAt: 7, words: ['GRASELA'] })
})

test('what does not open is counted by itself', async () => {
  const store = await aStore()
  await store.write([{ keep: returned }])
  const db = await deviceDb()
  const key = `${store.personId}/draft/c`
  const entry = await db.get('entries', key)
  if (entry !== undefined) await db.put('entries', { ...entry, schema: 99 }, key)
  expect(await countUnopened(store)).toBe(1)
  expect(await countAnswers(store)).toBe(0)
})

test('words of a note that the Dinas has not taken wait too, until they are let go', async () => {
  const store = await aStore()
  const note = { kind: 'note', id: 'n', caseId: 'c', side: 'staff', updates: ['AA=='], keptAt: 0 } as const
  await store.write([{ keep: note }])
  expect([await countWaiting(store), await countNotes(store)]).toEqual([1, 1])
  await store.write([{ drop: 'note', id: 'n' }])
  expect(await countWaiting(store)).toBe(0)
})
