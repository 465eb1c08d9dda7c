import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { toColumns } from '#domain/case/row-columns.ts'
import { unpack } from './unpack.ts'

test('a packed frame says what was packed', async () => {
  const rows = [
    ['Häus', 1, null],
    ['Laut', 4, 'x'],
  ]
  const packed = deflateRawSync(JSON.stringify(['81.01/KK', '', 3, 9, toColumns(rows)]))
  expect(await unpack(new Uint8Array(packed))).toEqual(['81.01/KK', '', 3, 9, rows])
})
