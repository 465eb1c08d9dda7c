import { useRouter } from 'next/navigation'
import type { RefObject } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { leaseOf } from '#domain/case/lease.ts'
import type { ManyAct } from '#domain/case/many.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { isMine, mayTake } from '#domain/case/queue-view.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { leaveTrail } from '#client/trail.ts'
import { caseAddress, caseName } from './case-address.ts'
import type { QueueModel } from './queue-model.ts'
import type { QueueQuery } from './queue-query.ts'
import type { TableHandle } from './queue-table.tsx'
import type { Names } from './queue-question.ts'
import { whereOf } from './queue-question.ts'
import { useBulk } from './use-bulk.ts'
import { useCaseActs } from './use-case-acts.ts'
import { useNextBest } from './use-next-best.ts'
import { useSelection } from './use-selection.ts'

type UseDesk = {
  readonly me: Actor
  readonly now: Instant
  readonly model: QueueModel
  readonly version: number
  readonly query: QueueQuery
  readonly names: Names
  readonly change: (part: Partial<QueueQuery>) => void
  readonly table: RefObject<TableHandle | null>
}

/** What a person does at the list: where they stand, what they chose, what they have open, taking and letting go. */
export function useDesk({ me, now, model, version, query, names, change, table }: UseDesk) {
  const router = useRouter()
  const selection = useSelection(useCallback(() => model.list.order, [model]))
  const acts = useCaseActs()
  const [cursor, setCursor] = useState<string | undefined>()
  const [giving, setGiving] = useState<readonly QueueRow[] | undefined>()
  const rowOf = (id: string | undefined): QueueRow | undefined =>
    id === undefined ? undefined : model.index.item(id)?.row
  const bulk = useBulk(me, rowOf)

  // Looked for once; from then on it is known by its id.
  const knownId = useRef<string | undefined>(undefined)
  const openItem = useMemo(() => {
    if (query.open === null) return undefined
    const known = knownId.current === undefined ? undefined : model.index.item(knownId.current)
    if (known && caseName(known.row) === query.open) return known
    for (const item of model.index.items()) {
      if (caseName(item.row) !== query.open) continue
      knownId.current = item.row.id
      return item
    }
    return undefined
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the model changes inside; its version says when
  }, [model, version, query.open])
  const openPanel = useCallback(
    (id: string) => {
      const row = model.index.item(id)?.row
      if (row) change({ open: caseName(row) })
    },
    [change, model],
  )
  const goTo = useCallback(
    (id: string) => {
      setCursor(id)
      table.current?.scrollTo(id)
      // The row is drawn a frame after the list has moved to it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>(`tr[data-case="${id}"]`)?.focus({ preventScroll: true }),
        ),
      )
    },
    [table],
  )
  // The case screen walks on through this very list, and comes back to it.
  const leave = useCallback(
    (id: string) => leaveTrail(location.pathname + location.search, model.list.order, id),
    [model],
  )
  const openId = openItem?.row.id
  useEffect(() => {
    if (openId === undefined) return
    leave(openId)
    setCursor((before) => before ?? openId)
    table.current?.scrollTo(openId)
  }, [openId, leave, table])
  const openCase = useCallback(
    (id: string | undefined) => {
      const row = id === undefined ? undefined : model.index.item(id)?.row
      if (!row) return
      leave(row.id)
      router.push(caseAddress(row, me))
    },
    [model, me, leave, router],
  )
  const rowActs = useMemo(
    () => ({
      toggle: selection.toggle,
      choose: (id: string) => {
        setCursor(id)
        openPanel(id)
      },
      openCase,
    }),
    [selection.toggle, openPanel, openCase],
  )

  const { chosen, takeable, mine, heldBy } = useMemo(() => {
    const rows = [...selection.ids].flatMap((id) => model.index.item(id)?.row ?? [])
    const holders = rows.flatMap((row) => leaseOf(row, now) ?? []).filter((holder) => holder.id !== me.id)
    return {
      chosen: rows,
      takeable: rows.filter((row) => mayTake(row, me, now)),
      mine: rows.filter((row) => isMine(row, me)),
      heldBy: [...new Set(holders.map((holder) => holder.name))],
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the model changes inside; its version says when
  }, [selection.ids, model, version, me, now])
  // Within what this list is narrowed to, whichever of its views is shown.
  const within = useMemo(() => whereOf({ ...query, view: 'semua' }, me, now, names), [query, me, now, names])
  const next = useNextBest(
    me,
    () => [...model.index.items()].filter(within),
    acts,
    (row) => {
      change({ open: caseName(row) })
      goTo(row.id)
    },
  )
  /** Does it to many; those that it did not come to stay chosen. */
  const many = async (act: ManyAct, rows: readonly QueueRow[], commandOf: (row: QueueRow) => CaseCommand) => {
    if (rows.length === 0 || bulk.running) return
    acts.dismiss()
    selection.set(await bulk.start({ act, rows, commandOf }))
  }
  const take = async () => {
    if (selection.ids.size > 0) return many('claim', takeable, () => ({ type: 'claim' }))
    const current = openItem?.row ?? rowOf(cursor)
    if (!current || !mayTake(current, me, now)) return next.take()
    if (!(await acts.one('claim', current))) return
    goTo(current.id)
    if (query.open !== null) openPanel(current.id)
  }
  const byRight = me.role === 'SUPERVISOR'
  const give = () => {
    const current = openItem?.row ?? rowOf(cursor)
    const rows = selection.ids.size > 0 ? chosen : current ? [current] : []
    const givable = byRight ? rows.filter((row) => row.submitted) : rows.filter((row) => isMine(row, me))
    if (givable.length > 0) setGiving(givable)
  }
  const giveTo = (toPersonId: string, words: string) =>
    many(byRight ? 'reassign' : 'handOver', giving ?? [], () =>
      byRight
        ? { type: 'reassign', toPersonId, reason: words }
        : { type: 'handOver', toPersonId, note: words },
    )
  const release = async () => {
    if (selection.ids.size > 0) return many('release', mine, () => ({ type: 'release' }))
    const row = openItem?.row ?? rowOf(cursor)
    if (row && isMine(row, me)) await acts.one('release', row)
  }
  const walk = (step: number, extend: boolean) => {
    const { order } = model.list
    const from = cursor === undefined ? -1 : (model.list.placeOf(cursor) ?? -1)
    const next = order[Math.min(Math.max(from + step, 0), order.length - 1)]
    if (next === undefined) return
    if (extend && cursor !== undefined && !selection.ids.has(cursor)) selection.toggle(cursor, false)
    if (extend && !selection.ids.has(next)) selection.toggle(next, false)
    if (query.open !== null) openPanel(next)
    goTo(next)
  }
  return {
    selection,
    acts,
    bulk,
    next,
    giving,
    byRight,
    give,
    giveTo,
    stopGiving: () => setGiving(undefined),
    cursor,
    setCursor,
    openItem,
    openPanel,
    openCase,
    rowActs,
    chosen,
    takeable,
    mine,
    heldBy,
    take,
    release,
    walk,
  }
}

export type Desk = ReturnType<typeof useDesk>
