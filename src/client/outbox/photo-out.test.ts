import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PaperItem } from '#client/device/device-entry.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import { photoOut } from './photo-out.ts'

test('a photo comes out as the file it is, byte for byte; one without bytes does not', async () => {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  const bytes = new TextEncoder().encode('SURAT KELAHIRAN')
  const about = { caseId: 'c', ruleId: 'KK', bytes: bytes.length, sha256: 'a' }
  await store.write([
    { keep: { kind: 'paper', id: 'p-1234567', mime: 'application/pdf', takenAt: 0, ...about }, bytes },
  ])
  const item = { kind: 'item', what: 'paper', paperId: 'p-1234567', ...about } as unknown as PaperItem
  const file = await photoOut(store, item)
  expect([file?.name, file?.type, await file?.text()]).toEqual([
    'kk-p-123456.pdf',
    'application/pdf',
    'SURAT KELAHIRAN',
  ])
  expect(await photoOut(store, { ...item, paperId: 'gone' })).toBeUndefined()
})
