import { expect, it } from 'vitest'
import type { Paper } from '#domain/case/case-file.ts'
import type { Sheet } from './paper-sheets.ts'
import { sheetToShow } from './shown-sheet.ts'

const label = { id: 'Berkas', en: 'Paper' }
const empty = (ruleId: string): Sheet => ({ key: ruleId, ruleId, label, source: 'paper', older: [] })
const lying = (ruleId: string, fileId: string, older: readonly string[] = []): Sheet => ({
  ...empty(ruleId),
  key: fileId,
  paper: { fileId, mime: 'image/jpeg', bytes: 1, by: 'Hanafi', at: 0, pinnable: true },
  older: older.map((id) => ({ fileId: id }) as Paper),
})

it('opens with the first paper that is there, and with the one that was picked', () => {
  const sheets = [empty('F-1.02'), lying('KK', 'kk-1'), lying('KTP', 'ktp-1')]
  expect(sheetToShow(sheets, undefined, undefined)?.key).toBe('kk-1')
  expect(sheetToShow(sheets, 'ktp-1', undefined)?.key).toBe('ktp-1')
  expect(sheetToShow(sheets, 'KTP', undefined)?.key).toBe('ktp-1')
})

it('stays at the paper that is being read when a colleague adds one before it', () => {
  const before = lying('KK', 'kk-1')
  const now = [lying('F-1.02', 'form-1'), before, lying('KTP', 'ktp-1')]
  expect(sheetToShow(now, undefined, before)?.key).toBe('kk-1')
})

it('stays at its place when a newer page takes it, picked or not, also twice over', () => {
  const now = [lying('F-1.02', 'form-1'), lying('KTP', 'ktp-3', ['ktp-2', 'ktp-1'])]
  expect(sheetToShow(now, 'ktp-1', lying('KTP', 'ktp-1'))?.key).toBe('ktp-3')
  expect(sheetToShow(now, undefined, lying('KTP', 'ktp-2', ['ktp-1']))?.key).toBe('ktp-3')
})

it('stays at its line of the checklist when the paper itself is taken away', () => {
  const now = [lying('F-1.02', 'form-1'), empty('KTP')]
  expect(sheetToShow(now, 'ktp-1', lying('KTP', 'ktp-1'))?.key).toBe('KTP')
})
