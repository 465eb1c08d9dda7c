import { afterEach, expect, it } from 'vitest'
import { Clerk, ClerkBusy, MISSING, Overran } from './clerk.ts'
import { HANGS_AS_V2, updateOf } from './testing/updates.ts'

const CARELESS = new URL('./testing/careless-worker.ts', import.meta.url)
const SILENT = new URL('./testing/silent-worker.ts', import.meta.url)
const open: Clerk[] = []
function clerk(options: ConstructorParameters<typeof Clerk>[0] = {}): Clerk {
  const made = new Clerk(options)
  open.push(made)
  return made
}
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())))

it('an update that hangs costs the thread its life and its sender the update, and nobody else anything', async () => {
  const one = clerk({ script: CARELESS, limitMs: 1200 })
  await one.ask('load', 'a', { updates: [] })
  await one.ask('load', 'b', { updates: [] })
  const hanging = one.ask('write', 'a', { update: HANGS_AS_V2 })
  const behind = one.ask('text', 'b', {})
  await expect(hanging).rejects.toBeInstanceOf(Overran)
  expect(await behind).toBe(MISSING) // the fresh thread is asked, and must be brought the note first
  expect(one.killed).toBe(1)
  await one.ask('load', 'b', { updates: [updateOf('Masih ada')] })
  expect(await one.ask('text', 'b', {})).toBe('Masih ada')
})

it('the same bytes do nothing to the thread of the house, which reads the first format only', async () => {
  const one = clerk()
  await one.ask('load', 'a', { updates: [updateOf('Tetap')] })
  await one.ask('write', 'a', { update: HANGS_AS_V2 })
  await one.ask('load', 'a', { updates: [updateOf('Tetap')] })
  expect(await one.ask('text', 'a', {})).toBe('Tetap')
  expect(one.killed).toBe(0)
})

it('only what a screen sent is laid at its door: a text that takes too long is the machine’s', async () => {
  const one = clerk({ script: SILENT, limitMs: 20 })
  await expect(one.ask('load', 'a', { updates: [] })).rejects.toBeInstanceOf(ClerkBusy)
  await expect(one.ask('text', 'a', {})).rejects.toBeInstanceOf(ClerkBusy)
  await expect(one.ask('write', 'a', { update: updateOf('x') })).rejects.toBeInstanceOf(Overran)
})
