'use client'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { Sheet } from './paper-sheets.ts'
import type { PinDesk } from './pins/pin-desk.ts'

/** The address may name a place of the case: `?pin=`, `?berkas=`, `#catatan-…`. It is shown once, also to whoever is here already. */
export function useAskedPlace(
  file: CaseFile,
  sheets: readonly Sheet[],
  pins: Pick<PinDesk, 'open'>,
  pick: (sheetKey: string) => void,
): void {
  const asked = useSearchParams()
  const pinId = asked.get('pin')
  const fileId = asked.get('berkas')
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const pin = file.pins.find(({ id }) => id === pinId)
    const sheet = sheets.find(({ paper, older }) => [paper, ...older].some((one) => one?.fileId === fileId))
    const place = pin?.id ?? (fileId === null ? undefined : sheet?.key)
    if (place === undefined || place === shown.current) return
    shown.current = place
    if (pin) pins.open(pin)
    else if (sheet) pick(sheet.key)
  }, [file.pins, fileId, pick, pinId, pins, sheets])
  useEffect(() => {
    const look = () => {
      const remark = /^#catatan-[\w-]+$/.test(location.hash) ? document.querySelector(location.hash) : null
      if (!(remark instanceof HTMLElement)) return
      remark.scrollIntoView({ block: 'center' })
      remark.focus({ preventScroll: true })
    }
    look()
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [file.notes.length])
}
