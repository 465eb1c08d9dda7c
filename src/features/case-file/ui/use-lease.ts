'use client'
import { useEffect, useRef } from 'react'
import type { CaseFile } from '#domain/case/case-file.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'

const LOOK_MS = 15_000
const EXTEND_WHEN_LEFT_MS = 10 * MINUTE_MS

/**
 * Keeps the case in the hands of someone who is at it: a person who acts while the lease runs
 * low, or lapsed with nobody else taking the case, gets it anew.
 */
export function useLease(
  file: CaseFile | undefined,
  myId: string,
  clock: () => number,
  extend: () => void,
): void {
  const acted = useRef(false)
  const latest = useRef({ file, clock, extend })
  latest.current = { file, clock, extend }
  useEffect(() => {
    const onAct = () => {
      acted.current = true
    }
    window.addEventListener('keydown', onAct)
    window.addEventListener('pointerdown', onAct)
    window.addEventListener('wheel', onAct, { passive: true })
    const timer = setInterval(() => {
      const { file, clock, extend } = latest.current
      const left = file?.holder?.id === myId ? file.holder.until - clock() : undefined
      if (left === undefined || left > EXTEND_WHEN_LEFT_MS || !acted.current) return
      acted.current = false
      extend()
    }, LOOK_MS)
    return () => {
      clearInterval(timer)
      window.removeEventListener('keydown', onAct)
      window.removeEventListener('pointerdown', onAct)
      window.removeEventListener('wheel', onAct)
    }
  }, [myId])
}
