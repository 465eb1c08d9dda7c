'use client'
import { TRPCClientError } from '@trpc/client'
import { useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'
import { rulesRefusalWords } from './rules-refusal-words.ts'

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly why: string } }

/** One act at a time; what stands in its way is told where the button is. Answers whether it was done. */
export function useSend() {
  const t = useT('calendar')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  async function send(act: () => Promise<Answer>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setTrouble(undefined)
    try {
      const answer = await act()
      if (!answer.ok) setTrouble(rulesRefusalWords(t, answer.refusal))
      return answer.ok
    } catch (error) {
      const answered = error instanceof TRPCClientError && error.data !== undefined && error.data !== null
      setTrouble(answered ? (error as Error).message : t('unreachable'))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, trouble, send }
}
