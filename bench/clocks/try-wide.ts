import os from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Trial } from './try-histories.ts'
import { tryHistories } from './try-histories.ts'

/** The same on every processor there is; each tells its own stories. */
export async function tryHistoriesWide(count: number, seed: number): Promise<Trial> {
  const width = count < 10_000 ? 1 : os.availableParallelism()
  if (width === 1) return tryHistories(count, seed)
  const share = Math.ceil(count / width)
  const parts = await Promise.all(
    Array.from({ length: width }, (_, n) => tryElsewhere(share, seed * width + n)),
  )
  return {
    histories: parts.reduce((sum, part) => sum + part.histories, 0),
    recounted: parts.reduce((sum, part) => sum + part.recounted, 0),
    differences: parts.flatMap((part) => part.differences),
  }
}

function tryElsewhere(count: number, seed: number): Promise<Trial> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { count, seed } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

if (!isMainThread && parentPort) {
  const { count, seed } = workerData as { readonly count: number; readonly seed: number }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
  parentPort.postMessage(tryHistories(count, seed))
}
