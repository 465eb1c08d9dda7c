import { describe, expect, test } from 'vitest'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { DraftEntry, TextItem } from '#client/device/device-entry.ts'
import { draftState } from './draft-state.ts'

const view = {
  caseId: 'c',
  version: 3,
  answers: { name: 'lama', job: 'guru' },
  papers: [],
  conflicts: [],
  returned: { at: 7, faults: [] },
} as unknown as DraftView
const entry: DraftEntry = {
  kind: 'draft',
  id: 'c',
  view,
  place: { negeri: '', kecamatan: '' },
  unsent: { changed: {}, base: {} },
  beganAt: 0,
  toldAt: 0,
}
const about = { service: 'KK', caseKind: 'KK_LOST', applicant: '', number: null } as const
const itemOf = (command: TextItem['command'], more: Partial<TextItem> = {}): TextItem => ({
  kind: 'item',
  id: 'i',
  caseId: 'c',
  about,
  order: 1,
  putAt: 5,
  tries: 0,
  what: 'command',
  seenVersion: 3,
  command,
  ...more,
})
const edit = itemOf({ type: 'edit', changed: { name: 'Ona' }, base: { name: 'lama' } })
const known = { entry, items: [], onPage: false, full: false, posting: false, overruled: undefined }

describe('a form as its screen shows it', () => {
  test('what is typed lies over what waits, and that over what the Dinas told', () => {
    const typed = { ...entry, unsent: { changed: { job: null, city: 'Ambon' }, base: {} } }
    const state = draftState({ ...known, entry: typed, items: [edit] })
    expect(state.answers).toEqual({ name: 'Ona', city: 'Ambon' })
    expect(state.view.answers).toEqual({ name: 'Ona', job: 'guru' })
  })

  test('it is at the Dinas only when nothing waits here', () => {
    expect(draftState(known).kept).toBe('dinas')
    const answered = { ...entry, repairWords: { returnedAt: 7, words: ['Sudah'] } }
    const typed = { ...entry, unsent: { changed: { city: 'Ambon' }, base: {} } }
    const ownCase = { ...entry, view: { ...view, version: 0 } }
    for (const one of [answered, typed, ownCase])
      expect(draftState({ ...known, entry: one }).kept).toBe('device')
    expect(draftState({ ...known, items: [edit] }).kept).toBe('device')
    expect(draftState({ ...known, posting: true }).kept).toBe('device')
    expect(draftState({ ...known, items: [edit], onPage: true }).kept).toBe('page')
    expect(draftState({ ...known, onPage: true, full: true }).kept).toBe('full')
  })

  test('answers to an earlier return are not shown to this one', () => {
    const before = { ...entry, repairWords: { returnedAt: 6, words: ['Sudah'] } }
    expect(draftState({ ...known, entry: before })).toMatchObject({ repairWords: [], kept: 'dinas' })
  })

  test('handed in: it can be taken back until an attempt left, and a refusal opens it again', () => {
    const submit = itemOf({ type: 'submit' })
    expect(draftState({ ...known, items: [submit] }).leaving).toEqual({ itemId: 'i', at: 5, fresh: true })
    expect(draftState({ ...known, items: [{ ...submit, triedAt: 6 }] }).leaving?.fresh).toBe(false)
    const refused = { ...submit, trouble: { why: 'not-in-stage', at: 6, detail: { why: 'not-in-stage' } } }
    const state = draftState({ ...known, items: [refused] })
    expect(state.leaving).toBeUndefined()
    expect(state.refusal).toEqual({ why: 'not-in-stage' })
  })

  test('a fault at the Dinas is shown by its number', () => {
    const failed = { ...edit, trouble: { why: 'fault', at: 6, words: 'F-12' } }
    expect(draftState({ ...known, items: [failed] }).faultNumber).toBe('F-12')
  })
})
