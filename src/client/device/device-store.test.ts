import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Outbox } from '#client/outbox/outbox.ts'
import { deviceDb } from './device-db.ts'
import { deviceStore } from './device-store.ts'
import { dataKey, newRawKey } from './vault-crypto.ts'
import { vaultWith } from './vault-seal.ts'

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
const noteOf = (caseId: string) => ({
  caseId,
  about,
  seenVersion: 1,
  command: { type: 'writeNote', noteId: caseId, text: 'Catatan', visibility: 'internal' } as const,
})

async function aDevice() {
  const personId = randomUUID()
  const store = deviceStore(vaultWith(personId, await dataKey(newRawKey())))
  return { personId, store, outbox: new Outbox(store) }
}

/** As a disk does it: one byte of what lies there is another. */
async function tear(key: string): Promise<void> {
  const db = await deviceDb()
  const entry = await db.get('entries', key)
  if (entry === undefined || !('body' in entry.sealed)) throw new Error('nothing sealed there')
  const body = new Uint8Array(entry.sealed.body.slice(0))
  body[0] = (body[0] ?? 0) ^ 1
  await db.put('entries', { ...entry, sealed: { ...entry.sealed, body: body.buffer } }, key)
}

test('one entry that does not open stops no other, is counted, and stays on the disk', async () => {
  const { personId, store, outbox } = await aDevice()
  const [torn = '', whole = ''] = await outbox.put([noteOf('a'), noteOf('b')])
  await tear(`${personId}/item/${torn}`)
  expect((await outbox.items()).map((item) => item.id)).toEqual([whole])
  expect(await store.get('item', torn)).toBeUndefined()
  expect(await store.unopened('item')).toBe(1)
  expect(await store.unopened('draft')).toBe(0)
  expect(await store.count('item')).toBe(2)
})

test('what a later version of the app wrote is counted with them and left alone', async () => {
  const { personId, store, outbox } = await aDevice()
  const [later = ''] = await outbox.put([noteOf('a'), noteOf('b')])
  const db = await deviceDb()
  const key = `${personId}/item/${later}`
  const entry = await db.get('entries', key)
  if (entry !== undefined) await db.put('entries', { ...entry, schema: 99 }, key)
  expect(await outbox.items()).toHaveLength(1)
  expect(await store.unopened('item')).toBe(1)
  expect(await db.get('entries', key)).toMatchObject({ schema: 99 })
})

test('a photo whose bytes do not open is missing, and not a fault that stops the sender', async () => {
  const { personId, store } = await aDevice()
  const bytes = new TextEncoder().encode('SURAT')
  const paper = { ruleId: 'KK', mime: 'image/jpeg', bytes: 5, sha256: 'a', takenAt: 0 }
  await store.write([{ keep: { kind: 'paper', id: 'p', caseId: 'c', ...paper }, bytes }])
  const db = await deviceDb()
  const key = `${personId}/paper/p`
  const kept = await db.get('bytes', key)
  if (kept === undefined || !('body' in kept.sealed)) throw new Error('nothing sealed there')
  await db.put('bytes', { ...kept, sealed: { ...kept.sealed, body: new ArrayBuffer(40) } }, key)
  expect(await store.bytesOf('p')).toBeUndefined()
  expect(await db.get('bytes', key)).toBeDefined()
})

test('several changes are all on the disk or none is', async () => {
  const { store } = await aDevice()
  const snapshot = { kind: 'snapshot', id: 'a', value: 1, keptAt: 0 } as const
  const unclonable = { ...snapshot, id: 'b', value: 1n }
  await expect(store.write([{ keep: snapshot }, { keep: unclonable }])).rejects.toThrow()
  expect(await store.get('snapshot', 'a')).toBeUndefined()
})

test('a change is told to this person’s listeners, and to nobody else’s', async () => {
  const [mina, ona] = [await aDevice(), await aDevice()]
  let [hers, others] = [0, 0]
  mina.store.onChange(() => (hers += 1))
  const off = ona.store.onChange(() => (others += 1))
  await mina.store.keepSnapshot('own', 1)
  expect([hers, others]).toEqual([1, 0])
  off()
  await ona.store.keepSnapshot('own', 1)
  expect([hers, others]).toEqual([1, 0])
})
