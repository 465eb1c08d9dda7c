import { CircleAlert } from 'lucide-react'
import type { Fault } from '#domain/case/case-file.ts'
import { Note } from '#ui/note.tsx'

/** What the office wrote about the page that is open. */
export function FaultNotes({ faults }: { readonly faults: readonly Fault[] }) {
  return faults.map((fault) => (
    <Note
      key={`${fault.code}-${fault.instruction}`}
      tone="warn"
      icon={<CircleAlert className="ic" aria-hidden />}
    >
      {fault.instruction}
    </Note>
  ))
}
