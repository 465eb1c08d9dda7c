import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { DraftEntry } from './device-entry.ts'
import { deviceStore } from './device-store.ts'
import { keepTyped, typedOver } from './keep-typed.ts'
import { withRepairWord } from './repair-words.ts'
import { dataKey, newRawKey } from './vault-crypto.ts'
import { vaultWith } from './vault-seal.ts'

const entry: DraftEntry = {
  kind: 'draft',
  id: 'c',
  view: { caseId: 'c', version: 3, returned: { at: 7, faults: [] } } as unknown as DraftView,
  place: { negeri: '', kecamatan: '' },
  unsent: { changed: {}, base: {} },
  beganAt: 0,
  toldAt: 0,
}
const typed = { ...entry, unsent: { changed: { job: 'guru' }, base: { job: null } } }

test('only what was typed is taken over: words that were let go do not stay in what lies there', () => {
  const kept = withRepairWord({ ...entry, view: { ...entry.view, version: 4 }, toldAt: 9 }, 0, 'Sudah')
  expect(typedOver(kept, typed)).toEqual({ ...typed, view: kept.view, toldAt: 9 })
  expect(typedOver(entry, kept)).toEqual({ ...entry, repairWords: kept.repairWords })
})

test('of a form that was let go, fields typed since are kept and its answers to faults are not', async () => {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  await keepTyped(store, withRepairWord(entry, 0, 'Sudah'))
  expect(await store.get('draft', 'c')).toBeUndefined()
  await keepTyped(store, withRepairWord(typed, 0, 'Sudah'))
  expect(await store.get('draft', 'c')).toEqual(typed)
})
