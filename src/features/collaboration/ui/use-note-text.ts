import { useEffect, useState } from 'react'
import type { NoteSide } from '#domain/case/case-note.ts'
import { useCurrentConnection } from '#client/live/live.ts'
import { noteLine } from './note-line.ts'

/** A note as it reads now. `at` 0: nobody has written in it. */
export type NoteText = { readonly text: string; readonly at: number }

const AGAIN_AFTER_MS = 2_000

/** The plain text, and anew whenever somebody changes it; undefined until it was brought. Not while it is written in. */
export function useNoteText(caseId: string, side: NoteSide, reads: boolean): NoteText | undefined {
  const words = useCurrentConnection()?.words
  const [text, setText] = useState<NoteText>()
  useEffect(() => {
    if (words === undefined || !reads) return
    setText(undefined) // it was written in meanwhile
    const line = noteLine(words, caseId, side)
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const read = () => {
      clearTimeout(timer)
      if (gone || !line.connected) return
      line.read().then(
        (answer) => {
          if (gone) return
          if (answer.ok) setText({ text: answer.text, at: answer.at })
          else if (answer.why === 'slow-down') timer = setTimeout(read, AGAIN_AFTER_MS)
          else setText(undefined)
        },
        () => {
          timer = setTimeout(read, AGAIN_AFTER_MS)
        },
      )
    }
    const stops = [
      line.onLine(read),
      line.hear('note-behind', read),
      line.hear('note-closed', () => setText(undefined)),
      line.hear('note-text', ([now, at]) => setText({ text: String(now), at: Number(at) })),
    ]
    read()
    return () => {
      gone = true
      clearTimeout(timer)
      stops.forEach((stop) => stop())
      line.close()
    }
  }, [words, caseId, side, reads])
  return text
}
