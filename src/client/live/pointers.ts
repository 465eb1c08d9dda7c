import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { POINT_SCALE } from '#domain/case/here.ts'
import type { Present } from '#domain/case/here.ts'
import { onColleagues } from './here.ts'
import { currentConnection, useCurrentConnection } from './live.ts'

/** Where a colleague points on a page, in parts of its width and height. */
export type Pointer = {
  readonly person: Present
  readonly x: number
  readonly y: number
  /** Still for a moment. */
  readonly rests: boolean
}

type Known = { readonly x: number; readonly y: number; readonly at: number }

const SAY_EVERY_MS = 100
/** A pointer that has been still for so long is no longer shown. */
const SHOWN_MS = 5_000
const RESTS_MS = 400

/** Says where I point, while a colleague looks at the same page: at most ten times a second, and only as it moves. */
class OwnPointer {
  readonly #fileId: string
  readonly #page: number
  readonly #isSeen: () => boolean
  #timer: ReturnType<typeof setTimeout> | undefined
  #saidAt = -Infinity
  #next: readonly [number, number] | undefined
  #last: string | undefined

  constructor(fileId: string, page: number, isSeen: () => boolean) {
    this.#fileId = fileId
    this.#page = page
    this.#isSeen = isSeen
  }

  readonly point = (x: number, y: number): void => {
    if (x < 0 || x > 1 || y < 0 || y > 1) return this.leave()
    this.#next = [Math.round(x * POINT_SCALE), Math.round(y * POINT_SCALE)]
    if (this.#isSeen())
      this.#timer ??= setTimeout(this.#say, Math.max(0, this.#saidAt + SAY_EVERY_MS - performance.now()))
  }

  readonly leave = (): void => {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#next = undefined
    if (this.#last === undefined) return
    this.#last = undefined
    currentConnection()?.colleagues.point(this.#fileId, this.#page, undefined)
  }

  readonly #say = (): void => {
    this.#timer = undefined
    if (this.#next === undefined || this.#next.join() === this.#last) return
    this.#last = this.#next.join()
    this.#saidAt = performance.now()
    currentConnection()?.colleagues.point(this.#fileId, this.#page, this.#next)
  }
}

/** The people of my case who have the same page of the same paper under the glass. */
function others(caseId: string, fileId: string, page: number, me: string): readonly Present[] {
  const here = currentConnection()?.colleagues.at(`case:${caseId}`) ?? []
  return here.filter(
    ({ id, detail }) =>
      id !== me && (detail?.page ?? 1) === page && (detail?.paper === fileId || detail?.beside === fileId),
  )
}

/** Pointers of colleagues on this page of this paper, and the way to show mine. */
export function usePointers(
  caseId: string,
  fileId: string,
  page: number,
): {
  readonly pointers: readonly Pointer[]
  readonly point: (x: number, y: number) => void
  readonly leave: () => void
} {
  const live = useCurrentConnection()
  const me = live?.me.id ?? ''
  const lookers = useSyncExternalStore(
    onColleagues,
    () =>
      others(caseId, fileId, page, me)
        .map(({ id }) => id)
        .join(' '),
    () => '',
  )
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map())
  const own = useMemo(
    () => new OwnPointer(fileId, page, () => others(caseId, fileId, page, me).length > 0),
    [caseId, fileId, page, me],
  )
  useEffect(() => own.leave, [own])
  useEffect(() => {
    setKnown(new Map())
    return live?.colleagues.onPointers(([paper, at, moved]) => {
      if (paper !== fileId || at !== page) return
      setKnown((before) => {
        const next = new Map(before)
        for (const [id, x, y] of moved) {
          if (x === undefined || y === undefined) next.delete(id)
          else if (id !== me) next.set(id, { x: x / POINT_SCALE, y: y / POINT_SCALE, at: performance.now() })
        }
        return next
      })
    })
  }, [fileId, page, me, live])
  // What rests or has rested too long is drawn anew when that is so.
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (known.size === 0) return
    const passes = [...known.values()].flatMap(({ at }) => [at + RESTS_MS, at + SHOWN_MS])
    const next = passes.filter((at) => at > performance.now()).sort((a, b) => a - b)[0]
    if (next === undefined) return
    const timer = setTimeout(() => setNow(performance.now()), next - performance.now() + 1)
    return () => clearTimeout(timer)
  }, [known, now])
  const pointers = useMemo(
    () => {
      const at = performance.now()
      return others(caseId, fileId, page, me).flatMap((person): readonly Pointer[] => {
        const spot = known.get(person.id)
        if (spot === undefined || at - spot.at >= SHOWN_MS) return []
        return [{ person, x: spot.x, y: spot.y, rests: at - spot.at >= RESTS_MS }]
      })
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- who looks and the time come by these
    [known, now, lookers, caseId, fileId, page, me],
  )
  return { pointers, point: own.point, leave: own.leave }
}
