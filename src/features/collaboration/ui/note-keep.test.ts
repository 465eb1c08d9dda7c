import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deviceDb } from '#client/device/device-db.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import type { NoteLink } from './note-line.ts'
import { deviceKeep } from './note-keep.ts'
import { sendKept } from './send-kept.ts'

const WORDS = 'Bidan Wiwi membenarkan'

async function aDevice() {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  return { store, keep: (caseId = 'a') => deviceKeep(store, caseId, 'staff') }
}

function updates(): readonly Uint8Array[] {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  for (const letter of WORDS) doc.getText('text').insert(doc.getText('text').length, letter)
  return made
}

function textOf(all: readonly Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of all) Y.applyUpdate(doc, update)
  return doc.getText('text').toJSON()
}

/** A line to a Dinas that answers so. */
function lineTo(answer: () => object): { readonly link: NoteLink; readonly sent: Uint8Array[] } {
  const sent: Uint8Array[] = []
  const link: NoteLink = {
    connected: true,
    hear: () => () => undefined,
    onLine: () => () => undefined,
    say: () => undefined,
    ask: (_event, ...[, , update]) => {
      sent.push(update as Uint8Array)
      return Promise.resolve(answer())
    },
  }
  return { link, sent }
}

test('words lie sealed on the device, and the next tab finds them, of its own note only', async () => {
  const { store, keep } = await aDevice()
  await keep().write(updates())
  const raw = await (await deviceDb()).getAll('entries')
  const lies = raw
    .map(({ sealed }) => ('body' in sealed ? Buffer.from(sealed.body).toString('latin1') : 'plain'))
    .join('')
  for (const plain of [WORDS.slice(0, 5), btoa(WORDS), 'plain', 'staff']) expect(lies).not.toContain(plain)
  expect(textOf(await keep().left())).toBe(WORDS)
  expect(await keep('b').left()).toEqual([])
  expect(await store.count('note')).toBe(1)
})

test('they leave when the Dinas has them, and not before: not when refused, not when more came meanwhile', async () => {
  const { store, keep } = await aDevice()
  const tab = keep()
  await tab.write(updates())
  const no = lineTo(() => ({ ok: false, why: 'not-found' }))
  await sendKept(no.link, store)
  expect(await store.count('note')).toBe(1)
  const more = lineTo(() => ({ ok: true, seq: 1 }))
  const { link } = more
  await sendKept(
    {
      ...link,
      async ask(...said) {
        await tab.write([...updates(), ...updates()])
        return link.ask(...said)
      },
    },
    store,
  )
  expect(await store.count('note')).toBe(1)
  await sendKept(link, store)
  expect(await store.count('note')).toBe(0)
  expect(textOf(more.sent.slice(0, WORDS.length))).toBe(WORDS)
})
