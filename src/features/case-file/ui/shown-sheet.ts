'use client'
import { useRef } from 'react'
import type { Sheet } from './paper-sheets.ts'

/**
 * The paper under the glass. What was picked lies there; else what lay there before stays, also when colleagues add
 * papers before it, take its number, or put a newer page in its place.
 */
export function sheetToShow(
  sheets: readonly Sheet[],
  picked: string | undefined,
  before: Sheet | undefined,
): Sheet | undefined {
  const replaced = (key: string | undefined) =>
    sheets.find((one) => key !== undefined && one.older.some((older) => older.fileId === key))
  return (
    sheets.find((one) => one.key === picked) ??
    replaced(picked) ??
    sheets.find((one) => one.ruleId !== undefined && one.ruleId === picked) ??
    sheets.find((one) => one.key === before?.key) ??
    replaced(before?.key) ??
    sheets.find((one) => before?.ruleId !== undefined && one.ruleId === before.ruleId) ??
    sheets.find((one) => one.paper) ??
    sheets[0]
  )
}

export function useShownSheet(sheets: readonly Sheet[], picked: string | undefined): Sheet | undefined {
  const before = useRef<Sheet>(undefined)
  const sheet = sheetToShow(sheets, picked, before.current)
  before.current = sheet
  return sheet
}
