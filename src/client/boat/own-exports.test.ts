import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import type { OwnExport } from './own-exports.ts'
import { keepExport, ownExports } from './own-exports.ts'

const made = (madeAt: number, receiptAt?: number): OwnExport => ({
  exportId: String(madeAt),
  code: '',
  madeAt,
  cases: 1,
  items: 1,
  bytes: 1,
  to: 'age1',
  opens: `key ${madeAt}`,
  ...(receiptAt === undefined ? {} : { receiptAt }),
})

async function aStore() {
  return deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
}

test('the key of a file that nobody answered stays, however many came after; answered ones make room', async () => {
  const store = await aStore()
  for (let n = 1; n <= 40; n += 1) await keepExport(store, made(n, n % 2 === 0 ? 99 : undefined))
  const kept = await ownExports(store)
  expect(kept.filter((one) => one.receiptAt === undefined)).toHaveLength(20)
  expect(kept.at(-1)?.opens).toBe('key 1')
  expect(kept.filter((one) => one.receiptAt !== undefined).map((one) => one.madeAt)).toEqual(
    Array.from({ length: 15 }, (_, n) => 40 - 2 * n),
  )
})

test('two files that are made at once are both kept', async () => {
  const store = await aStore()
  await Promise.all([keepExport(store, made(1)), keepExport(store, made(2)), keepExport(store, made(3))])
  expect((await ownExports(store)).map((one) => one.exportId)).toEqual(['3', '2', '1'])
  await keepExport(store, made(2, 9))
  expect((await ownExports(store)).map((one) => one.receiptAt)).toEqual([undefined, 9, undefined])
})
