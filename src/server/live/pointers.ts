import * as z from 'zod/mini'
import type { PointerFrame } from '#domain/case/here.ts'
import { Uuid } from '#domain/shared/id.ts'
import type { Bus } from '#server/feed/bus.ts'

type Spot = readonly [personId: string, x: number, y: number] | readonly [personId: string]
/** Room of the screens that have this page of this paper under the glass. */
type Room = string

export const LOOKS = 'looks:'

export function looksAt(fileId: string, page: number): Room {
  return `${LOOKS}${fileId}/${page}`
}

type Moved = {
  readonly fileId: string
  readonly page: number
  readonly spot: Spot
  /** The screen that said so: alone on a page, it need not hear of itself. */
  readonly from: string
  /** Somebody of another instance may be looking. */
  readonly far: boolean
}
type Page = {
  readonly fileId: string
  readonly page: number
  readonly spots: Map<string, Spot>
  readonly from: Set<string>
  far: boolean
}

export type Pointers = {
  /** The pointer of a person moved on a page, or left it. */
  point(moved: Moved): void
  stop(): void
}

const TOPIC = 'pointer'
const GATHER_MS = 80
/** More pointers than this on one page help nobody. */
const MOST_IN_A_FRAME = 12

const Id = z.string().check(z.maxLength(80))
const Word = z.tuple([
  Uuid,
  z.number(),
  z
    .array(z.union([z.tuple([Id, z.number(), z.number()]), z.tuple([Id])]))
    .check(z.maxLength(MOST_IN_A_FRAME)),
])

/**
 * Where colleagues point. Nothing of it is kept: of each person the newest place within some hundredths of a second,
 * one frame for a page, to this instance's screens and to the other instances. The first is told at once.
 */
export function createPointers(
  bus: Bus,
  tell: (room: Room, frame: PointerFrame, exceptFor: string[]) => void,
): Pointers {
  const moved = new Map<Room, Page>()
  let timer: NodeJS.Timeout | undefined
  let toldAt = -Infinity

  function flush(): void {
    timer = undefined
    toldAt = performance.now()
    for (const [room, { fileId, page, spots, from, far }] of moved) {
      const frame: PointerFrame = [fileId, page, [...spots.values()].slice(0, MOST_IN_A_FRAME)]
      tell(room, frame, from.size === 1 ? [...from] : [])
      if (far) bus.say(TOPIC, JSON.stringify(frame))
    }
    moved.clear()
  }

  bus.hear(TOPIC, (text) => {
    const word = readWord(text)
    if (word) tell(looksAt(word[0], word[1]), word, [])
  })

  return {
    point({ fileId, page, spot, from, far }) {
      const room = looksAt(fileId, page)
      const here: Page = moved.get(room) ?? { fileId, page, spots: new Map(), from: new Set(), far: false }
      here.spots.set(spot[0], spot)
      here.from.add(from)
      here.far ||= far
      moved.set(room, here)
      timer ??= setTimeout(flush, Math.max(0, toldAt + GATHER_MS - performance.now()))
    },
    stop: () => clearTimeout(timer),
  }
}

function readWord(text: string): PointerFrame | undefined {
  try {
    const word = Word.safeParse(JSON.parse(text))
    return word.success ? word.data : undefined
  } catch {
    return undefined
  }
}
