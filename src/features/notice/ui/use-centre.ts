import { useCallback, useEffect, useRef, useState } from 'react'
import { setUnread, useUnread } from '#client/notice-count.ts'
import { api } from '#client/trpc.ts'

export type Centre = Awaited<ReturnType<typeof api.notice.centre.query>>
export type Entry = Centre['entries'][number]
export type Only = NonNullable<Parameters<typeof api.notice.centre.query>[0]>['only']

const NO_IDS: string[] = []

/**
 * The list as it was read, and what can be done with it. News do not move what is being read: they wait until they are
 * asked for. What was read on another device is marked at once, for that moves nothing.
 */
export function useCentre(first: Centre | undefined) {
  const [centre, setCentre] = useState(first)
  const [only, setOnly] = useState<Only>(null)
  const [failed, setFailed] = useState(false)
  const unread = useUnread()
  const asked = useRef(0)

  const load = useCallback(async (which: Only) => {
    const turn = (asked.current += 1)
    setOnly(which)
    try {
      const read = await api.notice.centre.query({ only: which ?? null })
      if (turn !== asked.current) return
      setCentre(read)
      setUnread(read.unread)
      setFailed(false)
    } catch {
      if (turn === asked.current) setFailed(true)
    }
  }, [])

  useEffect(() => {
    if (first) setUnread(first.unread)
    else void load(null)
  }, [first, load])

  const known = centre?.unread
  const fresh = unread !== undefined && known !== undefined && unread > known
  const less = unread !== undefined && known !== undefined && unread < known
  useEffect(() => {
    if (less) void load(only)
  }, [less, load, only])

  /** Marks entries of the list; without any, all that is on record up to the newest one here. */
  async function mark(entries: readonly Entry[] | 'all', read: boolean) {
    if (!centre) return
    const until = Math.max(0, ...centre.entries.map(({ at }) => at))
    const these = entries === 'all' ? [] : entries
    const ids = (is: Entry['is']) => these.filter((one) => one.is === is).map(({ id }) => id)
    const touched = new Set(these.map(({ id }) => id))
    setCentre((before) =>
      before
        ? {
            ...before,
            entries: before.entries.map((one) =>
              entries === 'all' || touched.has(one.id) ? { ...one, unread: !read } : one,
            ),
          }
        : before,
    )
    const answer = await api.notice.mark
      .mutate({
        cases: entries === 'all' ? NO_IDS : ids('case'),
        digests: entries === 'all' ? NO_IDS : ids('digest'),
        all: entries === 'all',
        until,
        read,
      })
      .catch(() => undefined)
    if (!answer) return void load(only) // as it is at the Dinas
    setUnread(answer.unread)
    setCentre((before) => (before ? { ...before, unread: answer.unread } : before))
  }

  async function more() {
    if (!centre?.next) return
    const read = await api.notice.centre
      .query({ only: only ?? null, before: centre.next })
      .catch(() => undefined)
    if (!read) return setFailed(true)
    setCentre({
      ...read,
      entries: [...centre.entries, ...read.entries],
      places: { ...centre.places, ...read.places },
    })
  }

  return { centre, only, failed, fresh, load, mark, more }
}
