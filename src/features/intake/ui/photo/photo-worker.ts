import { developPhoto, lookAtFrame } from './develop-photo.ts'
import type { FromDesk, ToDesk } from './photo-words.ts'

// Away from the main thread, so that the phone stays in the hand of its owner. One photo after another: a phone of
// 2 GB holds one opened picture at a time.
let line: Promise<unknown> = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<ToDesk>) => {
  line = line.then(async () => {
    const answer: FromDesk = await work(data).catch((error: unknown) => ({
      id: data.id,
      failed: String(error),
    }))
    postMessage(answer)
  })
})

async function work(asked: ToDesk): Promise<FromDesk> {
  if (asked.ask === 'look') return { id: asked.id, answer: lookAtFrame(asked.frame) }
  return { id: asked.id, answer: await developPhoto(asked.file, asked.wish) }
}
