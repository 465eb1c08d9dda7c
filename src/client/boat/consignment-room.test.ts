import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { CONSIGNMENT_LIMIT } from '#domain/intake/boat/manifest.ts'
import type { OutboxItem, PaperItem, TextItem } from '#client/device/device-entry.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import type { BoatKey } from './boat-key.ts'
import { beyondLimit, consignmentSize } from './consignment-room.ts'
import { exportConsignment } from './export-consignment.ts'

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
const base = { kind: 'item', caseId: 'c', about, order: 1, putAt: 0, tries: 0 } as const
const noteOf = (text: string): TextItem => ({
  ...base,
  id: 'i',
  what: 'command',
  seenVersion: 1,
  command: { type: 'writeNote', noteId: 'n', text, visibility: 'internal' },
})
const paperOf = (sha256: string, bytes: number): PaperItem => ({
  ...base,
  id: sha256,
  what: 'paper',
  paperId: sha256,
  ruleId: 'KK',
  bytes,
  sha256,
})
const many = (most: number, one: (n: number) => OutboxItem) => Array.from({ length: most }, (_, n) => one(n))

test('what the Dinas takes fits, one more does not', () => {
  const { commands, papers, bytes } = CONSIGNMENT_LIMIT
  expect(beyondLimit(many(commands, () => noteOf('')))).toBeUndefined()
  expect(beyondLimit(many(commands + 1, () => noteOf('')))).toBe('commands')
  expect(beyondLimit(many(papers, (n) => paperOf(String(n), 1)))).toBeUndefined()
  expect(beyondLimit(many(papers + 1, (n) => paperOf(String(n), 1)))).toBe('papers')
  const part = bytes / 32
  expect(beyondLimit(many(31, (n) => paperOf(String(n), part)))).toBeUndefined()
  expect(beyondLimit(many(32, (n) => paperOf(String(n), part)))).toBe('bytes')
  expect(
    beyondLimit(
      [],
      Array.from({ length: 51 }, () => ({}) as never),
    ),
  ).toBe('visits')
})

test('words count as the bytes they take, and a photo that two cases share lies in the file once', () => {
  const most = CONSIGNMENT_LIMIT.manifestBytes
  expect(beyondLimit([noteOf('a'.repeat(most / 2))])).toBeUndefined()
  expect(beyondLimit([noteOf('é'.repeat(most / 2))])).toBe('words')
  const twice = consignmentSize([paperOf('a', 1_000_000), paperOf('a', 1_000_000)])
  expect(twice).toBeLessThan(1_100_000)
})

test('too much is said before anything is marked as carried', async () => {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  const first = noteOf('Catatan')
  await store.write([{ keep: first }])
  const chosen = [first, ...many(CONSIGNMENT_LIMIT.commands, () => noteOf(''))]
  await expect(exportConsignment(store, {} as BoatKey, chosen)).rejects.toThrow(/too much/)
  expect(await store.get('item', 'i')).toEqual(first)
})
