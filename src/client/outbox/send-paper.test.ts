import type { HttpStack } from 'tus-js-client'
import { expect, test } from 'vitest'
import { sendPaper } from './send-paper.ts'

const paper = {
  paperId: 'p',
  caseId: 'c',
  personId: 'mina',
  sha256: 'a',
  bytes: new TextEncoder().encode('SURAT'),
  uploadUrl: undefined,
}

test('an attempt that is ended while the way there is still being fetched asks nothing of the Dinas', async () => {
  const asked: string[] = []
  const stack: HttpStack = {
    createRequest(method, url) {
      asked.push(`${method} ${url}`)
      throw new Error('no network')
    },
    getName: () => 'none',
  }
  const ending = new AbortController()
  const watch = { onUrl: () => undefined, onProgress: () => undefined, signal: ending.signal }
  const wrap = (bytes: Uint8Array) => Buffer.from(bytes) as unknown as Blob // what tus reads in Node
  const outcome = sendPaper(paper, watch, { origin: 'http://localhost', stack, wrap })
  ending.abort()
  expect(await outcome).toEqual({ came: 'nothing' })
  expect(asked).toEqual([])
})
