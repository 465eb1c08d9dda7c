import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { openBrowser } from '../browser/chromium.ts'
import { photograph } from './photograph.ts'
import { scenesOf } from './labelled-set.ts'

const RULES = path.join(import.meta.dirname, '../../src/domain/intake/legibility')
const SLOWED = 4

export type Times = {
  /** On the page's own thread, slowed four times: that the slowing reaches a worker is not certain. */
  readonly judge: readonly number[]
  /** In a module worker, on this machine as it is: decoding, greys and verdict. */
  readonly worker: readonly number[]
}

/** The judge as a phone runs it: in Chromium, from the sources, on photos of 2000 × 1500. */
export async function inChromium(rounds: number): Promise<Times> {
  const scenes = (await scenesOf(1)).filter((_, index) => index % 40 === 0)
  const photos = await Promise.all(
    scenes.map(async (scene) => (await photograph(scene)).jpeg.toString('base64')),
  )
  const server = createServer((request, answer) => {
    const name = path.basename(request.url ?? '')
    if (!name.endsWith('.ts'))
      return void answer.setHeader('content-type', 'text/html').end('<!doctype html>')
    const source = stripTypeScriptTypes(readFileSync(path.join(RULES, name), 'utf8'))
    answer.setHeader('content-type', 'text/javascript').end(source)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(base)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
    const judge = await page.evaluate(inPage, { photos, rounds, base })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const worker = await page.evaluate(inWorker, { photos, rounds, base })
    return { judge, worker }
  } finally {
    await browser.close()
    server.close()
  }
}

type Asked = { readonly photos: readonly string[]; readonly rounds: number; readonly base: string }

// Both run in the browser and can use nothing of this file.
async function inPage({ photos, rounds, base }: Asked): Promise<number[]> {
  const { judgePhoto } = (await import(`${base}/judge-photo.ts`)) as {
    judgePhoto(image: { width: number; height: number; pixels: Uint8Array }): unknown
  }
  const times: number[] = []
  for (const photo of photos) {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${photo}`)).blob())
    const scale = 2000 / Math.max(bitmap.width, bitmap.height)
    const width = Math.round(bitmap.width * scale)
    const height = Math.round(bitmap.height * scale)
    const brush = new OffscreenCanvas(width, height).getContext('2d')
    brush?.drawImage(bitmap, 0, 0, width, height)
    const data = brush?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray()
    const pixels = new Uint8Array(width * height)
    for (let at = 0; at < pixels.length; at++) pixels[at] = data[4 * at] ?? 0
    judgePhoto({ width, height, pixels }) // compiled by now, as after the first look of a camera
    for (let round = 0; round < rounds; round++) {
      const before = performance.now()
      judgePhoto({ width, height, pixels })
      times.push(performance.now() - before)
    }
  }
  return times
}

async function inWorker({ photos, rounds, base }: Asked): Promise<number[]> {
  const source = `
    import { judgePhoto } from '${base}/judge-photo.ts'
    onmessage = async ({ data }) => {
      const before = performance.now()
      const bitmap = await createImageBitmap(data)
      const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      brush.drawImage(bitmap, 0, 0)
      const { data: rgba } = brush.getImageData(0, 0, bitmap.width, bitmap.height)
      const pixels = new Uint8Array(bitmap.width * bitmap.height)
      for (let at = 0; at < pixels.length; at++) pixels[at] = (rgba[4 * at] * 77 + rgba[4 * at + 1] * 150 + rgba[4 * at + 2] * 29) >> 8
      judgePhoto({ width: bitmap.width, height: bitmap.height, pixels })
      postMessage(performance.now() - before)
    }`
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), {
    type: 'module',
  })
  const times: number[] = []
  for (const photo of photos) {
    const blob = await (await fetch(`data:image/jpeg;base64,${photo}`)).blob()
    for (let round = 0; round <= rounds; round++) {
      const took = await new Promise<number>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data), { once: true })
        worker.addEventListener('error', () => reject(new Error('the worker failed')), { once: true })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        worker.postMessage(blob)
      })
      if (round > 0) times.push(took)
    }
  }
  worker.terminate()
  return times
}
