'use client'
import { createContext, use } from 'react'
import type { Pin, PinBox } from '#domain/case/pin.ts'

export type PinTool = 'pin' | 'box'
/** A place that was marked and not written about yet. */
export type PinDraft = { readonly fileId: string; readonly page: number; readonly box: PinBox }

/** What the parts of the screen that deal with pins share: the viewer, the list beside it, the two pages compared. */
export type PinDesk = {
  /** May this person pin papers of this case? */
  readonly may: boolean
  readonly tool: PinTool | undefined
  readonly setTool: (tool: PinTool | undefined) => void
  readonly draft: PinDraft | undefined
  readonly setDraft: (draft: PinDraft | undefined) => void
  readonly openId: string | undefined
  /** The file on which the open thread stands. */
  readonly openOn: string | undefined
  /** Shows the paper and the page that the pin stands on, and its thread. */
  readonly open: (pin: Pin | undefined) => void
  readonly pageOf: (fileId: string) => number
  readonly turnTo: (fileId: string, page: number) => void
  /** What this return asked for, once the case is back; the first that nobody answered is the current one. */
  readonly review: readonly Pin[]
  readonly current: Pin | undefined
  readonly comparing: boolean
  readonly setComparing: (on: boolean) => void
  /** Closes what is open of pins; false: nothing was. */
  readonly leave: () => boolean
  /** Marks a pin as the one that is being looked at. */
  readonly look: (pin: Pin) => void
}

export const PinContext = createContext<PinDesk | undefined>(undefined)

export function usePinDesk(): PinDesk {
  const desk = use(PinContext)
  if (!desk) throw new Error('No pins here')
  return desk
}
