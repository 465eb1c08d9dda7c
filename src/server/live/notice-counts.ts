import type { Bus } from '#server/feed/bus.ts'
import { onNoticeNews } from '#server/notice/notice-news.ts'
import { fingerprintsOf, unreadOf } from '#server/notice/unread.ts'
import type { Shell } from '#server/shell.ts'

const TOPIC = 'notices'
const LOOK_MS = 4_000
/** Who comes together is counted together. */
const GATHER_MS = 40

export type NoticeCounts = {
  /** A screen of this person is here now: it is told the number, and every later one. */
  greet(personId: string): void
  stop(): void
}

/**
 * Says to every screen of a person how many entries are unread, whenever that changes: at once where it happened, by a
 * word to the other instances, and by looking every few seconds for what both lost. `here`: whose screens are open.
 */
export function createNoticeCounts(
  shell: Pick<Shell, 'pool' | 'log'>,
  bus: Bus,
  here: () => ReadonlySet<string>,
  say: (personId: string, unread: number) => void,
): NoticeCounts {
  const { pool } = shell
  const prints = new Map<string, string>()
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let looking = false

  function soon(personIds: Iterable<string>): void {
    for (const id of personIds) waiting.add(id)
    if (waiting.size > 0) timer ??= setTimeout(() => void tell(), GATHER_MS)
  }

  async function tell(): Promise<void> {
    timer = undefined
    const people = here()
    const ids = [...waiting].filter((id) => people.has(id))
    waiting.clear()
    if (ids.length === 0) return
    try {
      // The print first: what comes between the two is counted now, and found changed at the next look.
      const found = await fingerprintsOf(pool, ids)
      const counts = await unreadOf(pool, ids)
      for (const id of ids) {
        prints.set(id, found.get(id) ?? '')
        say(id, counts.get(id) ?? 0)
      }
    } catch (error) {
      for (const id of ids) prints.delete(id)
      shell.log.warn({ err: error }, 'live: notices could not be counted')
    }
  }

  async function look(): Promise<void> {
    const people = here()
    for (const id of prints.keys()) if (!people.has(id)) prints.delete(id)
    if (looking || people.size === 0) return
    looking = true
    try {
      const found = await fingerprintsOf(pool, [...people])
      soon([...people].filter((id) => prints.get(id) !== (found.get(id) ?? '')))
    } catch (error) {
      shell.log.warn({ err: error }, 'live: notices could not be looked for')
    } finally {
      looking = false
    }
  }

  const stopHearing = onNoticeNews(pool, (personIds) => {
    soon(personIds)
    for (const id of personIds) bus.say(TOPIC, id)
  })
  bus.hear(TOPIC, (personId) => soon([personId]))
  const looks = setInterval(() => void look(), LOOK_MS)
  looks.unref()
  return {
    greet: (personId) => soon([personId]),
    stop() {
      clearInterval(looks)
      clearTimeout(timer)
      stopHearing()
    },
  }
}
