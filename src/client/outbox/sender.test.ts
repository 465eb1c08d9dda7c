import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { OutboxItem } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { OUTBOX_MARK } from '#domain/intake/outbox-wire.ts'
import { Outbox } from './outbox.ts'
import { Sender } from './sender.ts'

/** As much of a device as words need. */
function device(): DeviceStore {
  const items = new Map<string, OutboxItem>()
  const store = {
    personId: 'mina',
    all: async (kind: string) => (kind === 'item' ? [...items.values()] : []),
    get: async (kind: string, id: string) => (kind === 'item' ? items.get(id) : undefined),
    alone: async (work: () => Promise<unknown>) => work(),
    onChange: () => () => undefined,
    async write(changes: Parameters<DeviceStore['write']>[0]) {
      for (const change of changes) {
        if ('drop' in change) items.delete(change.id)
        else if (change.keep.kind === 'item') items.set(change.keep.id, change.keep)
      }
    },
  }
  return store as unknown as DeviceStore
}

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
const noteOf = (caseId: string) => ({
  caseId,
  about,
  seenVersion: 1,
  command: { type: 'writeNote', noteId: caseId, text: 'Catatan', visibility: 'internal' } as const,
})

test('what is taken out after an attempt in vain does not leave with the next', async () => {
  const outbox = new Outbox(device())
  const sent: string[][] = []
  const sender = new Sender(outbox, {
    async fetch(_url, { body }) {
      if (body === undefined) return Response.json({ mark: OUTBOX_MARK, have: 0 })
      const { items } = JSON.parse(gunzipSync(body as Uint8Array).toString()) as {
        items: { commandId: string }[]
      }
      sent.push(items.map((item) => item.commandId))
      if (sent.length === 1) throw new Error('no network')
      const results = items.map(({ commandId }) => ({ commandId, result: 'done', version: 2, number: null }))
      return Response.json({ mark: OUTBOX_MARK, results })
    },
    locks: { request: (_name, work) => work() },
    clock: Date.now,
  })
  const [gone = '', stays = ''] = await outbox.put([noteOf('a'), noteOf('b')])
  const running = sender.run()
  await expect.poll(() => sender.state).toBe('waiting')
  await outbox.discard(gone)
  await expect.poll(() => sender.state).toBe('idle')
  sender.stop()
  await running
  expect(sent).toEqual([[gone, stays], [stays]])
})
