import { useEffect, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { KindDefinition } from '#domain/service/service-definition.ts'
import { api } from '#client/trpc.ts'
import { deviceStore } from './device-store.ts'
import { Draft } from './draft.ts'
import { PaperSender } from './paper-sender.ts'
import { loadKind } from './service-kinds.ts'

export type OpenForm = {
  readonly draft: Draft
  readonly sender: PaperSender
  readonly kind: KindDefinition
  readonly place: { readonly negeri: string; readonly kecamatan: string }
  /** How far this device's clock is behind the server's. */
  readonly clockAheadMs: number
}
export type Opening =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly submitted: boolean }
  | { readonly state: 'open'; readonly form: OpenForm }

const AGAIN_MS = 5_000

/** Opens a case for writing, with what waits for it on this device; asks again while the Dinas does not answer. */
export function useDraft(me: Pick<Actor, 'id'>, caseId: string): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'loading' })
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let form: OpenForm | undefined
    async function open(): Promise<void> {
      const answer = await api.intake.open.query({ caseId }).catch(() => undefined)
      if (gone) return
      if (answer === undefined) {
        setOpening({ state: 'unreachable' })
        timer = setTimeout(() => void open(), AGAIN_MS)
        return
      }
      if (!answer.ok)
        return setOpening({ state: 'refused', refusal: answer.refusal, submitted: answer.submitted })
      const store = deviceStore(me.id)
      const [kind, unsent, papers] = await Promise.all([
        loadKind(answer.draft.service, answer.draft.kind),
        store.editsOf(caseId),
        store.papersOf(caseId),
      ])
      if (gone) return
      const draft = new Draft(answer.draft, store, unsent)
      form = {
        draft,
        sender: new PaperSender(draft, store, papers),
        kind,
        place: answer.place,
        clockAheadMs: answer.now - Date.now(),
      }
      setOpening({ state: 'open', form })
    }
    void open()
    return () => {
      gone = true
      clearTimeout(timer)
      form?.sender.close()
      form?.draft.close()
    }
  }, [me.id, caseId])
  return opening
}
