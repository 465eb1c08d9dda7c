import type { Developed, DevelopWish, FromDesk, LiveLook, ToDesk } from './photo-words.ts'

type Waiting = {
  readonly resolve: (answer: Developed | LiveLook) => void
  readonly reject: (why: Error) => void
}
type Asked = ToDesk extends infer One ? (One extends ToDesk ? Omit<One, 'id'> : never) : never

let worker: Worker | 'none' | undefined
const waiting = new Map<number, Waiting>()
let last = 0

/** Fetches the judge while there is a line, so that it is here without one. */
export function readyPhotoDesk(): void {
  theWorker()
}

/** What was made of a file: it is looked at when it is chosen, and again when a person decides. */
const madeOf = new WeakMap<Blob, Map<string, Promise<Developed>>>()

/** A photo made ready to be sent, and how legible it is. The same wish of the same file is done once. */
export function develop(file: Blob, wish: DevelopWish): Promise<Developed> {
  const known = madeOf.get(file) ?? new Map<string, Promise<Developed>>()
  madeOf.set(file, known)
  const key = `${wish.straight} ${wish.turn ?? ''}`
  const before = known.get(key)
  if (before !== undefined) return before
  const now = developed(file, wish)
  known.set(key, now)
  now.catch(() => known.delete(key)) // the judge may have been out of memory: ask again
  return now
}

async function developed(file: Blob, wish: DevelopWish): Promise<Developed> {
  const desk = theWorker()
  if (desk !== 'none') return (await ask(desk, { ask: 'develop', file, wish })) as Developed
  // A browser without pictures in workers does it on the page: slower to the hand, the same verdict.
  const { developPhoto } = await import('./develop-photo.ts')
  return developPhoto(file, wish)
}

/** How the camera stands now; undefined where this browser cannot look off the main thread. */
export async function lookAt(frame: ImageBitmap): Promise<LiveLook | undefined> {
  const desk = theWorker()
  if (desk !== 'none') return (await ask(desk, { ask: 'look', frame }, [frame])) as LiveLook
  frame.close()
  return undefined
}

function theWorker(): Worker | 'none' {
  if (worker !== undefined) return worker
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return (worker = 'none')
  const made = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' })
  made.addEventListener('message', ({ data }: MessageEvent<FromDesk>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.answer) asked?.resolve(data.answer)
    else asked?.reject(new Error(data.failed ?? 'no answer'))
  })
  made.addEventListener('error', () => {
    // It could not be fetched, or ran out of memory: the next photo begins with a new one.
    worker = undefined
    for (const asked of waiting.values()) asked.reject(new Error('the judge is gone'))
    waiting.clear()
    made.terminate()
  })
  return (worker = made)
}

function ask(desk: Worker, asked: Asked, give: Transferable[] = []): Promise<Developed | LiveLook> {
  const id = ++last
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    desk.postMessage({ id, ...asked }, give)
  })
}
