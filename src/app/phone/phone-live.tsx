'use client'
import { useOutbox } from '#client/outbox/use-outbox.ts'
import { useOwnCasesKept } from '#client/phone/keep-own-cases.ts'
import type { SignedIn } from '#client/phone/who-is-signed-in.ts'
import { useKeptNotes } from '#features/collaboration/ui/use-kept-notes.ts'

type Props = { readonly me: SignedIn; readonly onEnded: () => void }

/** What is live behind a phone's screens: fetched after the first of them is there. */
export function PhoneLive({ me, onEnded }: Props) {
  useOutbox() // what waits is sent from every screen
  useOwnCasesKept(me, onEnded)
  useKeptNotes()
  return null
}
