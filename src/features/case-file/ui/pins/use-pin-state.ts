'use client'
import { useCallback, useMemo, useState } from 'react'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import { inHandsOf } from '#domain/case/lease.ts'
import type { Pin } from '#domain/case/pin.ts'
import { stepFor } from '#domain/case/transition.ts'
import type { Sheet } from '../paper-sheets.ts'
import type { PinDesk, PinDraft, PinTool } from './pin-desk.ts'
import { reviewOf, sheetWith } from './review-of.ts'

/** The state of the pins on this screen: what is drawn, what is open, what is compared. The pins are the case's own. */
export function usePinState(
  file: CaseFile,
  actor: Actor,
  sheets: readonly Sheet[],
  pick: (sheetKey: string) => void,
): PinDesk {
  const [tool, setTool] = useState<PinTool>()
  const [draft, setDraft] = useState<PinDraft>()
  const [openId, setOpenId] = useState<string>()
  const [lookedAt, setLookedAt] = useState<string>()
  const [pages, setPages] = useState<{ readonly [fileId: string]: number }>({})
  const [chosen, setChosen] = useState<boolean>()
  const may = stepFor('pinPaper', file.stage, actor.role) !== undefined
  const review = useMemo(() => (may ? reviewOf(file) : []), [file, may])
  const waiting = review.filter((pin) => pin.state === 'asked')
  const current = waiting.find((pin) => pin.id === lookedAt) ?? waiting[0]
  const desk = actor.role !== 'NEGERI_OFFICER' || inHandsOf(file, actor)
  const turnTo = useCallback(
    (fileId: string, page: number) => setPages((all) => ({ ...all, [fileId]: page })),
    [],
  )
  const show = (pin: Pin) => {
    const sheet = sheetWith(sheets, pin.fileId)
    if (!sheet) return
    pick(sheet.key)
    turnTo(pin.fileId, pin.page)
    if (sheet.paper) turnTo(sheet.paper.fileId, pin.page)
  }
  return {
    may,
    tool: may ? tool : undefined,
    setTool: (next) => {
      setTool(next)
      setOpenId(undefined)
    },
    draft,
    setDraft: (next) => {
      setDraft(next)
      // What was written is put down; a tool that was taken up meanwhile stays in the hand.
      if (next) setTool(undefined)
    },
    openId,
    openOn: file.pins.find((pin) => pin.id === openId)?.fileId,
    open: (pin) => {
      setOpenId(pin?.id)
      if (!pin) return
      setDraft(undefined)
      setTool(undefined)
      show(pin)
    },
    leave: () => {
      const open = tool !== undefined || draft !== undefined || openId !== undefined
      setTool(undefined)
      setDraft(undefined)
      setOpenId(undefined)
      return open
    },
    pageOf: (fileId) => pages[fileId] ?? 1,
    turnTo,
    review,
    current,
    comparing: review.length > 0 && (chosen ?? desk),
    setComparing: setChosen,
    look: (pin) => {
      setLookedAt(pin.id)
      show(pin)
    },
  }
}
