import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'
import { expect, test } from 'vitest'
import type { PaperItem } from '#client/device/device-entry.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import { Outbox } from './outbox.ts'
import { PaperLane } from './paper-lane.ts'
import { RateMeter } from './rate-meter.ts'

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const

type Heard = {
  readonly status: number
  readonly headers?: { readonly [name: string]: string }
  readonly body?: string
}

/** A house that answers as it is told; a request that is never answered hangs like a dead line. */
function aHouse(answer: (method: string, url: string) => Heard | 'nothing'): HttpStack {
  return {
    getName: () => 'a house',
    createRequest(method, url): HttpRequest {
      return {
        getMethod: () => method,
        getURL: () => url,
        setHeader: () => undefined,
        getHeader: () => undefined,
        setProgressHandler: () => undefined,
        abort: () => Promise.resolve(),
        getUnderlyingObject: () => undefined,
        send(): Promise<HttpResponse> {
          const heard = answer(method, url)
          if (heard === 'nothing') return new Promise(() => undefined)
          return Promise.resolve({
            getStatus: () => heard.status,
            getHeader: (name) => heard.headers?.[name],
            getBody: () => heard.body ?? '',
            getUnderlyingObject: () => undefined,
          })
        },
      }
    },
  }
}

async function aLane(answer: (method: string, url: string) => Heard | 'nothing') {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  const outbox = new Outbox(store)
  const bytes = new Uint8Array([1, 2, 3])
  const paper = { paperId: 'p', ruleId: 'KK', bytes: 3, sha256: 'a'.repeat(64) }
  await outbox.put(
    [{ caseId: 'c', about, paper }],
    [{ keep: { kind: 'paper', id: 'p', caseId: 'c', mime: 'image/jpeg', takenAt: 0, ...paper }, bytes }],
  )
  const lane = new PaperLane(outbox, {
    clock: () => 0,
    // What tus reads in Node.
    papers: {
      origin: 'http://house',
      stack: aHouse(answer),
      wrap: (content) => Buffer.from(content) as unknown as Blob,
    },
    signal: new AbortController().signal,
    rate: new RateMeter(),
    mayNotSend: () => false,
  })
  const item = async () => (await outbox.items())[0] as PaperItem
  return { store, outbox, lane, item }
}

const OVER = { status: 201, headers: { Location: 'http://house/files/1' } }

test('brought over it is marked as stored, with the place where it lies, before its case is told', async () => {
  const { lane, item } = await aLane((method) =>
    method === 'POST' ? OVER : { status: 204, headers: { 'Upload-Offset': '3' } },
  )
  expect(await lane.bring(await item())).toBe('stored')
  expect(await item()).toMatchObject({ stored: true, uploadUrl: 'http://house/files/1' })
})

test('what the house does not take comes back with its reason; a sign-in is asked for; a strange page is nothing', async () => {
  const answers: Heard[] = [
    { status: 404, body: JSON.stringify({ why: 'not-found' }) },
    { status: 401 },
    { status: 200, body: '<html>' },
  ]
  const { lane, item } = await aLane(() => answers.shift() ?? 'nothing')
  const came = [
    await lane.bring(await item()),
    await lane.bring(await item()),
    await lane.bring(await item()),
  ]
  expect(came).toEqual(['not-found', 'sign-in', 'nothing'])
})

test('refused as malformed it waits for a person, by the house at once, by a strange page after some times', async () => {
  const house = await aLane(() => ({ status: 400, body: '{}' }))
  expect(await house.lane.bring(await house.item())).toBe('paper-not-taken')
  expect(await house.store.get('paper', 'p')).toBeDefined()
  const strange = await aLane(() => ({ status: 403, body: '<html>' }))
  const came: string[] = []
  for (let attempt = 0; attempt < 5; attempt += 1) came.push(await strange.lane.bring(await strange.item()))
  expect(came).toEqual([...Array<string>(4).fill('nothing'), 'paper-not-taken'])
  const busy = await aLane(() => ({ status: 429 }))
  for (let attempt = 0; attempt < 9; attempt += 1)
    expect(await busy.lane.bring(await busy.item())).toBe('nothing')
})

test('words that come meanwhile go first: the photo is put off and not counted as an attempt in vain', async () => {
  const { outbox, lane, item } = await aLane(() => 'nothing')
  const bringing = lane.bring(await item())
  await outbox.put([
    { caseId: 'd', about, seenVersion: 1, command: { type: 'edit', changed: { a: 'b' }, base: {} } },
  ])
  expect(await bringing).toBe('put-off')
})

test('after five attempts in vain a photo lets the others go first; without bytes it is said to be missing', async () => {
  const { store, lane, item } = await aLane(() => ({ status: 502 }))
  const bad = await item()
  const good = { ...bad, id: 'other' }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(lane.next([bad, good])?.id).toBe(bad.id)
    expect(await lane.bring(bad)).toBe('nothing')
  }
  expect(lane.next([bad, good])?.id).toBe('other')
  await store.write([{ drop: 'paper', id: 'p' }])
  expect(await lane.bring(bad)).toBe('bytes-missing')
})
