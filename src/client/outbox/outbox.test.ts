import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CaseCommand } from '#domain/case/command.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import { Outbox } from './outbox.ts'

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
const act = (caseId: string, command: CaseCommand) => ({ caseId, about, seenVersion: 1, command })
const edit = (
  changed: { [field: string]: string },
  base: { [field: string]: string | null },
): CaseCommand => ({
  type: 'edit',
  changed,
  base,
})
const CREATE = { type: 'create', service: 'KK', kind: 'KK_LOST', negeri: '81.01.12.2001' } as const
const photo = (caseId: string, paperId: string) => ({
  caseId,
  about,
  paper: { paperId, ruleId: 'KK', bytes: 3, sha256: 'a' },
})

async function anOutbox() {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  const outbox = new Outbox(store)
  const commands = async () =>
    (await outbox.items()).map((item) => (item.what === 'command' ? item.command : item.paperId))
  return { store, outbox, commands }
}

test('later words join what has not left; once an attempt left they are an act of their own', async () => {
  const { store, outbox, commands } = await anOutbox()
  const [first = ''] = await outbox.put([act('c', edit({ name: 'O' }, { name: null }))])
  const [joined] = await outbox.put([act('c', edit({ name: 'ONA', job: 'guru' }, { name: 'O', job: null }))])
  expect(joined).toBe(first)
  expect(await commands()).toEqual([edit({ name: 'ONA', job: 'guru' }, { name: null, job: null })])
  const item = await store.get('item', first)
  if (item !== undefined) await store.write([{ keep: { ...item, triedAt: 5 } }])
  const [own] = await outbox.put([act('c', edit({ job: 'tani' }, { job: 'guru' }))])
  expect(own).not.toBe(first)
  expect(await commands()).toHaveLength(2)
})

test('words typed before a case has left belong to its beginning; another case is another lane', async () => {
  const { outbox, commands } = await anOutbox()
  await outbox.put([act('c', CREATE)])
  await outbox.put([
    act('c', edit({ name: 'ONA' }, { name: null })),
    act('d', edit({ name: 'X' }, { name: null })),
  ])
  expect(await commands()).toEqual([
    { ...CREATE, answers: { name: 'ONA' } },
    edit({ name: 'X' }, { name: null }),
  ])
})

test('handed in twice is one act; what was refused gives way to the mended one', async () => {
  const { store, outbox, commands } = await anOutbox()
  const [first = ''] = await outbox.put([act('c', { type: 'submit' })])
  expect(await outbox.put([act('c', { type: 'submit' })])).toEqual([first])
  const item = await store.get('item', first)
  if (item !== undefined) await store.write([{ keep: { ...item, trouble: { why: 'form-invalid', at: 1 } } }])
  const [again] = await outbox.put([act('c', { type: 'submit', deviceAt: 9 })])
  expect(again).not.toBe(first)
  expect(await commands()).toEqual([{ type: 'submit', deviceAt: 9 }])
})

test('what is taken out by hand goes alone; the beginning of a case takes everything of it along', async () => {
  const { store, outbox } = await anOutbox()
  const [begins = ''] = await outbox.put([act('c', CREATE)])
  const [picture = ''] = await outbox.put([photo('c', 'p1')])
  await outbox.put([photo('c', 'p2'), act('d', edit({ name: 'X' }, { name: null }))])
  await outbox.discard(picture)
  expect((await outbox.items()).map((item) => item.caseId)).toEqual(['c', 'c', 'd'])
  await outbox.discard(begins)
  expect((await outbox.items()).map((item) => item.caseId)).toEqual(['d'])
  expect(await store.count('paper')).toBe(0)
})

test('put to another time and tried again, and whoever sends is told which of the two a person asked for', async () => {
  const { outbox } = await anOutbox()
  const woken: boolean[] = []
  outbox.onWake((asked) => woken.push(asked))
  const [id = ''] = await outbox.put([act('c', CREATE)])
  await outbox.hold(id, 99)
  expect((await outbox.items())[0]).toMatchObject({ notBefore: 99 })
  await outbox.retry(id)
  expect((await outbox.items())[0]).not.toHaveProperty('notBefore')
  expect(woken).toEqual([false, false, true])
})

test('whoever waits for an answer hears it, also when it came first; and is let go in time', async () => {
  const { outbox } = await anOutbox()
  const [id = ''] = await outbox.put([act('c', CREATE)])
  const item = (await outbox.items())[0]
  if (item === undefined) throw new Error('nothing waits')
  const result = { commandId: id, result: 'done', version: 1, number: null } as const
  const heard = outbox.answerTo(id, 5_000)
  outbox.answered({ item, result })
  expect([await heard, await outbox.answerTo(id, 0)]).toEqual([result, result])
  expect(await outbox.answerTo('another', 1)).toBeUndefined()
})
