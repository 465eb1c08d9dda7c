/**
 * The list that a case was opened from, so that the case screen knows the one before and the one after, and the way
 * back to the same filter. Ids only, in this tab only: no name and no number is kept.
 */
export type LeftTrail = { readonly back: string; readonly ids: readonly string[] }

const KEY = 'jejak'
/** More would be slow to write at each opening, and nobody walks through more by keys. */
const MOST = 500

/** Call it when a case is opened from a list: `back` is the list's address, `ids` its cases in the order shown. */
export function leaveTrail(back: string, ids: readonly string[], opened: string): void {
  const at = Math.max(0, ids.indexOf(opened))
  const from = Math.max(0, Math.min(at - MOST / 2, ids.length - MOST))
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ back, ids: ids.slice(from, from + MOST) }))
  } catch {
    // No room: the case screen falls back to the queue's own order.
  }
}

export function readTrail(): LeftTrail | undefined {
  try {
    const left: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (left === null || typeof left !== 'object' || !('back' in left) || !('ids' in left)) return undefined
    const { back, ids } = left
    if (typeof back !== 'string' || !back.startsWith('/') || !Array.isArray(ids)) return undefined
    return { back, ids: ids.filter((id) => typeof id === 'string') }
  } catch {
    return undefined
  }
}
