import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { AlreadyRunning, holdAlone } from './only-one.ts'

const who =
  (leaving = false) =>
  () => ({ pid: 81, url: 'http://localhost:3000', leaving })

test('a second server on the same DATA_DIR is told who holds it', async () => {
  const dataDir = `/tmp/${randomUUID()}`
  const held = await holdAlone(dataDir, who())
  await expect(holdAlone(`${dataDir}/.`, who())).rejects.toThrow(AlreadyRunning)
  await expect(holdAlone(dataDir, who())).rejects.toThrow(/http:\/\/localhost:3000 \(process 81\)/)
  const other = await holdAlone(`/tmp/${randomUUID()}`, who())
  for (const one of [held, other]) one.close()
})

test('one that is leaving is waited for', async () => {
  const dataDir = `/tmp/${randomUUID()}`
  const leaving = await holdAlone(dataDir, who(true))
  const next = holdAlone(dataDir, who())
  setTimeout(() => leaving.close(), 300)
  const held = await next
  expect(held.listening).toBe(true)
  await once(held.close(), 'close')
})
