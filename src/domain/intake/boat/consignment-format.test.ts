import { expect, test } from 'vitest'
import { ConsignmentReader, headOf, MalformedConsignment } from './consignment-format.ts'
import { contentsOf } from './manifest.ts'

const manifest = new TextEncoder().encode('{"v":1}')
const signature = new Uint8Array(64).fill(7)
const contents = [
  { sha256: 'a'.repeat(64), bytes: 5 },
  { sha256: 'b'.repeat(64), bytes: 3 },
]
const whole = new Uint8Array([...headOf(manifest, signature), 1, 2, 3, 4, 5, 6, 7, 8])

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function readAll(bytes: Uint8Array, size = 4) {
  const reader = new ConsignmentReader(inPieces(bytes, size))
  const head = await reader.head()
  const found: number[][] = []
  for await (const content of reader.contents(contents)) found.push([...content.bytes])
  return { head, found }
}

const whyOf = (bytes: Uint8Array) =>
  readAll(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof MalformedConsignment ? error.why : String(error)),
  )

test.each([1, 2, 7, 64, 1000])('reads what was written, in pieces of %i bytes', async (size) => {
  const { head, found } = await readAll(whole, size)
  expect(head.manifest).toEqual(manifest)
  expect(head.signature).toEqual(signature)
  expect(found).toEqual([
    [1, 2, 3, 4, 5],
    [6, 7, 8],
  ])
})

test('cut at any byte it is torn, and so is one byte too many', async () => {
  for (let length = 0; length < whole.length; length += 1)
    expect(await whyOf(whole.subarray(0, length)), `cut at ${length}`).toBe('torn')
  expect(await whyOf(new Uint8Array([...whole, 0]))).toBe('torn')
})

test('another file, and another version, are told apart', async () => {
  expect(await whyOf(new TextEncoder().encode('%PDF-1.7 and more than that'))).toBe('not-a-consignment')
  const later = whole.slice()
  later[7] = 2
  expect(await whyOf(later)).toBe('version-unknown')
  const huge = whole.slice()
  huge.set([0xff, 0xff, 0xff, 0xff], 8)
  expect(await whyOf(huge)).toBe('too-big')
})

test('a photo that two cases share lies in the file once', () => {
  const paper = (fileId: string, sha256: string) => ({ fileId, caseId: fileId, sha256, bytes: 9 })
  const papers = [paper('1', 'x'), paper('2', 'y'), paper('3', 'x')]
  expect(contentsOf({ papers }).map((one) => one.sha256)).toEqual(['x', 'y'])
})
