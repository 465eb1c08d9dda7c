import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { FocusEvent } from 'react'
import type { Detail, Present } from '#domain/case/here.ts'
import { currentConnection, onConnection } from './live.ts'

/** What is looked at changes with each key; it is said at most so often, and the last of it always. */
const SAY_EVERY_MS = 300

/** Where this person is: known before there is a connection, and kept when it changes. */
let place: string | null = null
let detail: Detail = {}
let saidAt = -Infinity
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function meet(): void {
  currentConnection()?.colleagues.onNews(() => listeners.forEach((listener) => listener()))
  sayNow()
}
onConnection(meet)
if (currentConnection()) meet()

function sayNow(): void {
  clearTimeout(timer)
  timer = undefined
  saidAt = performance.now()
  currentConnection()?.colleagues.say(place, Object.keys(detail).length > 0 ? detail : undefined)
}

function goTo(next: string | null): void {
  if (next === null) detail = {}
  place = next
  sayNow()
}

/** Within the place where I am: which paper and page I look at, which field has the caret. `undefined` takes it back. */
export function sayHere(more: { readonly [key in keyof Detail]: Detail[key] | undefined }): void {
  const next: Detail = Object.fromEntries(
    Object.entries({ ...detail, ...more }).filter(([, value]) => value !== undefined),
  )
  if (JSON.stringify(next) === JSON.stringify(detail)) return
  detail = next
  if (place !== null) timer ??= setTimeout(sayNow, Math.max(0, saidAt + SAY_EVERY_MS - performance.now()))
}

export const onColleagues = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const NOBODY: readonly Present[] = []

/** Who is at a place that this screen said it is at, me included. */
export function usePresentAt(there: string | null): readonly Present[] {
  return useSyncExternalStore(
    onColleagues,
    () => (there === null ? NOBODY : (currentConnection()?.colleagues.at(there) ?? NOBODY)),
    () => NOBODY,
  )
}

/**
 * While this is shown, colleagues see that I am here. Place: `queue:<id>`, `case:<id>`, or `queues`, a list of
 * everything I hear, where nobody is met. Nothing is drawn again when they come and go.
 */
export function useBeHere(here: string | null): void {
  useEffect(() => {
    if (here === null) return
    goTo(here)
    return () => goTo(null)
  }, [here])
}

/** The same, and who is here, me included. */
export function useHere(here: string | null): readonly Present[] {
  useBeHere(here)
  return usePresentAt(here)
}

/** The colleagues who are where I said I am. */
export function useOthersHere(): readonly Present[] {
  const all = usePresentAt(place)
  const me = currentConnection()?.me.id
  return all.filter(({ id }) => id !== me)
}

/** Who has this case open just now, for the row of a list. */
export function useOpenBy(caseId: string): readonly Present[] {
  return useSyncExternalStore(
    onColleagues,
    () => currentConnection()?.colleagues.openBy(caseId) ?? NOBODY,
    () => NOBODY,
  )
}

/** For the element around a form: the field that has the caret (`data-field`) is said, and taken back when it is left. */
export function useSayField(): {
  readonly onFocus: (event: FocusEvent) => void
  readonly onBlur: (event: FocusEvent) => void
} {
  const mine = useRef<string>(undefined)
  const leave = () => {
    if (mine.current !== undefined && detail.field === mine.current) sayHere({ field: undefined })
    mine.current = undefined
  }
  useEffect(() => leave, [])
  return {
    onFocus({ target }) {
      const field = target.closest('[data-field]')?.getAttribute('data-field')
      if (!field) return leave()
      mine.current = field
      sayHere({ field })
    },
    onBlur: leave,
  }
}
