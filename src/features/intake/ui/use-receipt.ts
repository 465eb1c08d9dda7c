import { useEffect, useState } from 'react'
import type { Refusal } from '#domain/case/refusal.ts'
import { useDevice } from '#client/phone/open-device.ts'
import { api } from '#client/trpc.ts'
import type { ProvisionalSlip } from './provisional-slip.ts'

export type Slip = Extract<Awaited<ReturnType<typeof api.intake.receipt.query>>, { ok: true }>['receipt']
export type Seen =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'here'; readonly slip: Slip }
  /** Handed in on this device, and not at the Dinas yet. */
  | { readonly state: 'provisional'; readonly slip: ProvisionalSlip }

const AGAIN_MS = 8_000
const keptUnder = (caseId: string) => `tanda-terima/${caseId}`

/**
 * The receipt of a case: the Dinas's own as soon as there is one, also later without a network; until then what this
 * device knows. It becomes the true one by itself.
 */
export function useReceipt(caseId: string): Seen {
  const device = useDevice()
  const [seen, setSeen] = useState<Seen>({ state: 'loading' })
  useEffect(() => {
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look(): Promise<void> {
      const found = await fromDevice()
      if (gone) return
      if (found !== undefined) setSeen(found)
      if (found?.state === 'here') return
      const answer = await api.intake.receipt.query({ caseId }).catch(() => undefined)
      if (gone) return
      if (answer?.ok === true) {
        await device?.keepSnapshot(keptUnder(caseId), answer.receipt)
        return setSeen({ state: 'here', slip: answer.receipt })
      }
      if (found === undefined)
        setSeen(
          answer === undefined ? { state: 'unreachable' } : { state: 'refused', refusal: answer.refusal },
        )
      if (answer === undefined || found !== undefined) timer = setTimeout(() => void look(), AGAIN_MS)
    }
    async function fromDevice(): Promise<Seen | undefined> {
      if (device === undefined) return undefined
      const kept = await device.snapshot(keptUnder(caseId))
      if (kept !== undefined) return { state: 'here', slip: kept.value as Slip }
      const { provisionalSlip } = await import('./provisional-slip.ts')
      const slip = await provisionalSlip(device, caseId)
      return slip && { state: 'provisional', slip }
    }
    const again = () => {
      clearTimeout(timer)
      void look()
    }
    void look()
    window.addEventListener('online', again)
    return () => {
      gone = true
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [device, caseId])
  return seen
}
