import { Suspense } from 'react'
import { lazyPart } from '#client/lazy-part.ts'
import { caseName } from './case-address.ts'
import { useQueueSurroundings } from './queue-context.ts'
import { TroubleNote } from './trouble-note.tsx'
import type { Desk } from './use-desk.ts'

const SelectionBar = lazyPart(() =>
  import('./selection-bar.tsx').then((module) => ({ default: module.SelectionBar })),
)
const ResultList = lazyPart(() =>
  import('./result-list.tsx').then((module) => ({ default: module.ResultList })),
)
const GiveCases = lazyPart(() => import('./give-cases.tsx').then((module) => ({ default: module.GiveCases })))

/** Under the list: what went wrong, what became of many, and what can be done to the chosen. */
export function QueueFoot({ desk }: { readonly desk: Desk }) {
  const { acts, bulk, selection, giving } = desk
  const { me } = useQueueSurroundings()
  const take = () => void desk.take()
  return (
    <>
      {acts.trouble ? (
        <TroubleNote trouble={acts.trouble} onNext={() => void desk.next.take()} onClose={acts.dismiss} />
      ) : null}
      <Suspense>
        {bulk.results.length > 0 ? (
          <ResultList lines={bulk.results} undone={bulk.undone} onClose={bulk.dismiss} />
        ) : null}
        {selection.ids.size > 0 || bulk.running ? (
          <SelectionBar
            role={me.role}
            chosen={selection.ids.size}
            takeable={desk.takeable.length}
            mine={desk.mine.length}
            heldBy={desk.heldBy}
            running={bulk.running}
            onTake={take}
            onRelease={() => void desk.release()}
            onGive={desk.give}
            onCopy={() => void navigator.clipboard?.writeText(desk.chosen.map(caseName).join('\n'))}
            onClear={selection.clear}
            onCancel={bulk.cancel}
          />
        ) : null}
        {giving ? (
          <GiveCases
            rows={giving}
            byRight={desk.byRight}
            onGive={(to, words) => void desk.giveTo(to, words)}
            onClose={desk.stopGiving}
          />
        ) : null}
      </Suspense>
    </>
  )
}
