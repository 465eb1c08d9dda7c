import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, readdir, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSealer } from '#server/seal/sealer.ts'
import { createBlobStore } from './blob-store.ts'

const key = () => randomBytes(32).toString('base64url')
const sealer = createSealer({ sealing: [{ id: 1, key: key() }], blindIndex: key() })

async function aStore() {
  const directory = await mkdtemp(join(tmpdir(), 'blobs-'))
  const store = createBlobStore(directory, sealer)
  const pathOf = (name: string) => join(directory, name.slice(0, 2), name)
  const readAll = async (name: string) => {
    const pieces: Buffer[] = []
    for await (const piece of store.read(name)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  return { directory, store, pathOf, readAll }
}

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('%i bytes come back as they went in', async (length) => {
  const { store, readAll } = await aStore()
  const bytes = randomBytes(length)
  const name = store.nameOf('aa', 'content')
  await store.put(name, bytes)
  expect((await readAll(name)).equals(bytes)).toBe(true)
})

test('nothing of the content can be read on disk', async () => {
  const { store, pathOf } = await aStore()
  const name = store.nameOf('aa', 'content')
  await store.put(name, Buffer.from('Kutipan akta kelahiran '.repeat(5000)))
  expect((await readFile(pathOf(name))).includes('akta')).toBe(false)
})

test('equal contents lie on disk once, and no temporary file stays behind', async () => {
  const { store, directory } = await aStore()
  const name = store.nameOf('aa', 'content')
  await Promise.all([1, 2, 3].map(() => store.put(name, Buffer.from('sama'))))
  expect(await readdir(join(directory, name.slice(0, 2)))).toEqual([name])
})

test('a changed, a cut and a renamed blob do not open', async () => {
  const { store, pathOf, readAll } = await aStore()
  const name = store.nameOf('aa', 'content')
  await store.put(name, randomBytes(200_000))
  const whole = await readFile(pathOf(name))

  const changed = Buffer.from(whole)
  changed[100_000]! ^= 1
  await writeFile(pathOf(name), changed)
  await expect(readAll(name)).rejects.toThrow()

  await writeFile(pathOf(name), whole)
  await truncate(pathOf(name), 65 + 2 * (65_536 + 16)) // exactly two whole chunks
  await expect(readAll(name)).rejects.toThrow()

  const other = store.nameOf('bb', 'content')
  await store.put(other, Buffer.from('x'))
  await writeFile(pathOf(other), whole)
  await expect(readAll(other)).rejects.toThrow()
})
