'use client'
import { TRPCClientError } from '@trpc/client'
import { useState } from 'react'
import { useT } from '#i18n/messages-provider.tsx'

export type Asking = {
  readonly busy: boolean
  /** What went wrong on the way, in words; refusals are not among it. */
  readonly trouble: string | undefined
  /** Runs one question at a time; `undefined` when it failed or another is still under way. */
  readonly ask: <Answer>(question: () => Promise<Answer>) => Promise<Answer | undefined>
}

/** One question to the server at a time, with its trouble kept for the place where the button is. */
export function useAsk(): Asking {
  const t = useT('administration')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | undefined>()
  async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
    if (busy) return undefined
    setBusy(true)
    setTrouble(undefined)
    try {
      return await question()
    } catch (error) {
      const answered = error instanceof TRPCClientError && error.data !== undefined && error.data !== null
      setTrouble(answered ? (error as Error).message : t('unreachable'))
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { busy, trouble, ask }
}
