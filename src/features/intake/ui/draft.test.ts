import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { DraftEntry } from '#client/device/device-entry.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import { LiveOutbox } from '#client/outbox/live-outbox.ts'
import { takeResult } from '#client/outbox/take-result.ts'
import { Draft } from './draft.ts'

const view = {
  caseId: 'c',
  version: 3,
  service: 'KK',
  kind: 'KK_LOST',
  stage: 'RETURNED_NEGERI',
  number: null,
  answers: { name: 'lama' },
  papers: [],
  conflicts: [],
  mended: [],
  returned: { at: 7, faults: [] },
} as unknown as DraftView
const entry: DraftEntry = {
  kind: 'draft',
  id: 'c',
  view,
  place: { negeri: '', kecamatan: '' },
  unsent: { changed: {}, base: {} },
  beganAt: 0,
  toldAt: 0,
}

async function anOpenForm() {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  await store.write([{ keep: entry }])
  const live = new LiveOutbox(store)
  const draft = new Draft(entry, store, live, () => '')
  return { store, live, draft, kept: () => store.get('draft', 'c') }
}

/** As an answer of the Dinas does it: the form as it has it now, in a turn of its own. */
function acknowledge(store: ReturnType<typeof deviceStore>, how: () => void): Promise<void> {
  return store.alone(async () => {
    const now = await store.get('draft', 'c')
    how()
    if (now !== undefined)
      await store.write([{ keep: { ...now, view: { ...now.view, version: 4, answers: { name: 'Ona' } } } }])
  })
}

test('a key that is pressed during an acknowledgement does not bring the older form back', async () => {
  const { store, draft, kept } = await anOpenForm()
  await acknowledge(store, () => draft.set('job', 'guru'))
  await expect.poll(async () => (await kept())?.unsent.changed).toEqual({ job: 'guru' })
  expect((await kept())?.view).toMatchObject({ version: 4, answers: { name: 'Ona' } })
  await draft.close()
})

test('what was typed goes to the outbox without an older form beside it', async () => {
  const { store, live, draft, kept } = await anOpenForm()
  draft.set('job', 'guru')
  await expect.poll(() => draft.snapshot().kept).toBe('device')
  await acknowledge(store, () => void draft.close())
  await expect.poll(async () => (await live.outbox.items()).length).toBe(1)
  expect(await kept()).toMatchObject({
    unsent: { changed: {} },
    view: { version: 4, answers: { name: 'Ona' } },
  })
})

test('what the Dinas tells is kept under the words that wait, and a later form is not put back by it', async () => {
  const { draft, kept } = await anOpenForm()
  draft.set('job', 'guru')
  await draft.told({ ...view, version: 6 })
  expect(await kept()).toMatchObject({ view: { version: 6 }, unsent: { changed: { job: 'guru' } } })
  await draft.told({ ...view, version: 5 })
  expect((await kept())?.view.version).toBe(6)
  await draft.close()
})

test('a form that was let go does not come back by what the Dinas tells of it', async () => {
  const { store, draft, kept } = await anOpenForm()
  await store.write([{ drop: 'draft', id: 'c' }])
  await draft.told({ ...view, version: 6 })
  expect(await kept()).toBeUndefined()
  await draft.close()
})

test('answers to faults are on the device as they are typed, and stay until the Dinas has them', async () => {
  const { store, live, draft, kept } = await anOpenForm()
  draft.setRepairWord(1, 'Sudah')
  draft.setRepairWord(1, 'Sudah diganti')
  await draft.close()
  expect((await kept())?.repairWords).toEqual({ returnedAt: 7, words: ['', 'Sudah diganti'] })
  expect(draft.snapshot()).toMatchObject({ repairWords: ['', 'Sudah diganti'], kept: 'device' })

  const about = draft.about()
  const command = { type: 'repair' as const, answers: [{ fault: 1, answer: 'Sudah diganti' }] }
  await live.outbox.put([{ caseId: 'c', about, seenVersion: 3, command }])
  const item = (await live.outbox.items())[0]
  if (item === undefined) throw new Error('nothing waits')
  const known = { draft: await kept(), paper: undefined, sentBefore: undefined }
  const answer = { commandId: item.id, refusal: { why: 'not-in-stage' } } as never
  await store.write(takeResult(item, Object.assign({ result: 'refused' }, answer), known, 9))
  expect((await kept())?.repairWords).toBeDefined()
  await store.write(takeResult(item, Object.assign({ result: 'kept' }, answer), known, 9))
  expect(await kept()).toBeDefined()
  expect((await kept())?.repairWords).toBeUndefined()
})

test('answers that are typed while the rest is put to be sent are written too', async () => {
  const { store, draft, kept } = await anOpenForm()
  draft.set('job', 'guru')
  await expect.poll(() => draft.snapshot().kept).toBe('device')
  let closed: Promise<void> | undefined
  await store.alone(async () => {
    closed = draft.close()
    await kept()
    draft.setRepairWord(0, 'Sudah')
  })
  await closed
  await expect.poll(async () => (await kept())?.repairWords?.words).toEqual(['Sudah'])
  await expect.poll(() => draft.snapshot().kept).toBe('device')
})
