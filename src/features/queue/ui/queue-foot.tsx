import { caseName } from './case-address.ts'
import { ResultList, SelectionBar } from './selection-bar.tsx'
import { TroubleNote } from './trouble-note.tsx'
import type { Desk } from './use-desk.ts'

/** Under the list: what went wrong, what became of many, and what can be done to the chosen. */
export function QueueFoot({ desk }: { readonly desk: Desk }) {
  const { acts, selection } = desk
  const take = () => void desk.take()
  return (
    <>
      {acts.trouble ? <TroubleNote trouble={acts.trouble} onNext={take} onClose={acts.dismiss} /> : null}
      {acts.results.length > 0 ? <ResultList lines={acts.results} onClose={acts.dismiss} /> : null}
      {selection.ids.size > 0 ? (
        <SelectionBar
          chosen={selection.ids.size}
          takeable={desk.takeable.length}
          mine={desk.mine.length}
          heldBy={desk.heldBy}
          busy={acts.busy}
          onTake={take}
          onRelease={() => void desk.release()}
          onCopy={() => void navigator.clipboard?.writeText(desk.chosen.map(caseName).join('\n'))}
          onClear={selection.clear}
        />
      ) : null}
    </>
  )
}
