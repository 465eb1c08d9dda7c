'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseView } from '#domain/case/case-view.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { api } from '#client/trpc.ts'
import type { LiveConnection } from '#client/live/connection.ts'
import type { Pending } from './unconfirmed.ts'
import { withPending } from './unconfirmed.ts'

export type CaseState =
  | { readonly is: 'loading' }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'failed'; readonly caught: unknown; readonly again: () => void }
  | { readonly is: 'open'; readonly view: CaseView; readonly heardAt: number }

/** News that come together are read together; while they go on, a screen rests as long as it reads, or so long. */
const GATHER_MS = 120
const REST_MOST_MS = 2_000
/** A newer case that could not be read is asked for again, as long as it is shown. */
const AGAIN_MS = 3_000

/**
 * A case that stays right: read once, and again whenever the queue says that its version rose. Answers that come in
 * the wrong order never put an older case over a newer one. Another case is another screen (`key`).
 */
export function useCase(caseId: string, me: Actor, live: LiveConnection | undefined) {
  const [state, setState] = useState<CaseState>({ is: 'loading' })
  const [pending, setPending] = useState<readonly Pending[]>([])
  const known = useRef(0)
  const reading = useRef(false)
  const wanted = useRef(0)
  /** Until then this screen leaves the server to others. */
  const restsUntil = useRef(0)
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined)

  const read = useCallback(
    async (version: number) => {
      wanted.current = Math.max(wanted.current, version)
      if (reading.current) return
      reading.current = true
      try {
        do {
          const asked = performance.now()
          const answer = await api.case.open.query({ caseId, again: known.current > 0 })
          const answered = performance.now()
          restsUntil.current = answered + Math.min(REST_MOST_MS, answered - asked)
          if (!answer.ok) {
            setState({ is: 'refused', refusal: answer.refusal })
            return
          }
          const { view } = answer
          if (view.file.version < known.current) continue
          known.current = view.file.version
          setState({ is: 'open', view, heardAt: Date.now() })
          setPending((all) =>
            all.filter((one) => one.version === undefined || one.version > view.file.version),
          )
        } while (wanted.current > known.current)
      } catch (caught) {
        if (known.current === 0) setState({ is: 'failed', caught, again: () => void read(0) })
        else retry.current = setTimeout(() => void read(version), AGAIN_MS)
      } finally {
        reading.current = false
        wanted.current = known.current
      }
    },
    [caseId],
  )

  useEffect(() => {
    void read(0)
    return () => clearTimeout(retry.current)
  }, [read])

  useEffect(() => {
    if (!live) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let newest = 0
    const stop = live.onNews((_queue, news) => {
      const version =
        news === 'all' ? 0 : news.find((change) => change.after.row.id === caseId)?.after.row.version
      if (version === undefined || (version !== 0 && version <= known.current)) return
      newest = Math.max(newest, version)
      // Begun with the first of them: a case at which fifty people work is never still.
      timer ??= setTimeout(
        () => {
          timer = undefined
          void read(newest)
        },
        Math.max(GATHER_MS, restsUntil.current - performance.now()),
      )
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [live, caseId, read])

  const view = state.is === 'open' ? state.view : undefined
  const shown = useMemo(() => (view ? withPending(view.file, pending, me) : undefined), [view, pending, me])
  return { state, shown, setPending, read }
}
