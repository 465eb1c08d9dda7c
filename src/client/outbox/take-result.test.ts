import { describe, expect, test } from 'vitest'
import type { DraftView } from '#domain/intake/draft-view.ts'
import type { ItemResult } from '#domain/intake/outbox-wire.ts'
import type { DraftEntry, OutboxItem, PaperItem, TextItem } from '#client/device/device-entry.ts'
import type { Change } from '#client/device/device-store.ts'
import { joinEdit } from './join-edit.ts'
import { takeResult } from './take-result.ts'

const about = { service: 'KK', caseKind: 'KK_LOST', applicant: 'Aminah', number: null } as const
const base = { kind: 'item', caseId: 'c', about, order: 1, putAt: 0, tries: 0 } as const
const text: TextItem = {
  ...base,
  id: 'i',
  what: 'command',
  seenVersion: 3,
  command: { type: 'edit', changed: { name: 'Ona' }, base: { name: 'lama' } },
}
const paper: PaperItem = {
  ...base,
  id: 'p',
  what: 'paper',
  paperId: 'f',
  ruleId: 'KK',
  bytes: 9,
  sha256: 'aa',
  stored: true,
  uploadUrl: '/files/f',
}
const view = {
  caseId: 'c',
  version: 3,
  answers: { name: 'lama' },
  papers: [],
  conflicts: [],
} as unknown as DraftView
const draft: DraftEntry = {
  kind: 'draft',
  id: 'c',
  view,
  place: { negeri: '', kecamatan: '' },
  unsent: { changed: { other: 'half typed' }, base: {} },
  beganAt: 0,
  toldAt: 0,
}
const known = { draft, paper: undefined, sentBefore: undefined }
const take = (item: OutboxItem, result: object) =>
  takeResult(item, { commandId: item.id, ...result } as ItemResult, known, 7)
const dropped = (changes: readonly Change[]) =>
  changes.flatMap((one) => ('drop' in one ? [`${one.drop}/${one.id}`] : []))
const keptItem = (changes: readonly Change[]) =>
  changes.flatMap((one) => ('keep' in one && one.keep.kind === 'item' ? [one.keep] : []))[0]

describe('what an answer of the Dinas changes on the device', () => {
  test('a photo is let go only when the case holds this very hash', () => {
    expect(dropped(take(paper, { result: 'done', version: 4, number: null, sha256: 'aa' }))).toEqual([
      'item/p',
      'paper/f',
    ])
    for (const sha256 of ['bb', undefined]) {
      const changes = take(paper, { result: 'done', version: 4, number: null, sha256 })
      expect(dropped(changes)).toEqual([])
      expect(keptItem(changes)?.trouble?.why).toBe('hash-differs')
    }
  })

  test('an acknowledged edit goes, and its words are in the form in the same write; half-typed ones stay', () => {
    const changes = take(text, { result: 'done', version: 4, number: null })
    expect(dropped(changes)).toEqual(['item/i'])
    const form = changes.flatMap((one) => ('keep' in one && one.keep.kind === 'draft' ? [one.keep] : []))[0]
    expect(form?.view).toMatchObject({ version: 4, answers: { name: 'Ona' } })
    expect(form?.unsent.changed).toEqual({ other: 'half typed' })
  })

  test('when others worked there too the form keeps its old version, so that it is read anew', () => {
    const changes = take(text, { result: 'done', version: 9, number: null })
    const form = changes.flatMap((one) => ('keep' in one && one.keep.kind === 'draft' ? [one.keep] : []))[0]
    expect(form?.view.version).toBe(3)
    const theirs = { ...known, draft: { ...draft, view: { ...view, answers: { name: 'punya rekan' } } } }
    const conflicted = takeResult(
      text,
      { commandId: 'i', result: 'done', version: 4, number: null },
      theirs,
      7,
    )
    const other = conflicted.flatMap((one) =>
      'keep' in one && one.keep.kind === 'draft' ? [one.keep] : [],
    )[0]
    expect(other?.view.version).toBe(3) // one step further, and yet not only ours
  })

  test('a refusal stays in the outbox with its reason, and nothing else takes an item out', () => {
    const refused = take(text, { result: 'refused', refusal: { why: 'unknown-field', field: 'x' } })
    expect(keptItem(refused)?.trouble).toEqual({
      why: 'unknown-field',
      at: 7,
      detail: { why: 'unknown-field', field: 'x' },
    })
    for (const result of ['waits', 'fault']) expect(take(text, { result, faultId: 'X' })).toEqual([])
    for (const result of ['bad-input', 'too-old'])
      expect(keptItem(take(text, { result }))?.trouble?.why).toBe(result)
    expect(dropped(take(text, { result: 'kept', refusal: { why: 'not-found' } }))).toEqual(['item/i'])
  })

  test('a file that the Dinas lost is sent from its beginning, under the same id', () => {
    const again = keptItem(take(paper, { result: 'refused', refusal: { why: 'file-not-ready' } }))
    expect(again).toMatchObject({ id: 'p', paperId: 'f' })
    expect(again).not.toHaveProperty('uploadUrl')
    expect(again).not.toHaveProperty('stored')
  })
})

describe('later words join an item that has not left', () => {
  const more = { type: 'edit', changed: { name: 'Ina', day: '1' }, base: { name: 'Ona', day: null } } as const

  test('an edit: newest values, and the base as it was before the first', () => {
    expect(joinEdit(text, more)?.command).toEqual({
      type: 'edit',
      changed: { name: 'Ina', day: '1' },
      base: { name: 'lama', day: null },
    })
  })

  test('the beginning of a case takes them in', () => {
    const create = {
      type: 'create',
      service: 'KK',
      kind: 'KK_LOST',
      negeri: '81.01.12.2001',
      answers: { name: 'x' },
    } as const
    const joined = joinEdit({ ...text, command: create }, { ...more, changed: { name: null, day: '1' } })
    expect(joined?.command).toEqual({ ...create, answers: { day: '1' } })
  })

  test('never once it was tried: what leaves under an id does not change', () => {
    expect(joinEdit({ ...text, triedAt: 1 }, more)).toBeUndefined()
    expect(joinEdit({ ...text, trouble: { why: 'x', at: 0 } }, more)).toBeUndefined()
    expect(joinEdit({ ...text, command: { type: 'submit' } }, more)).toBeUndefined()
    expect(joinEdit(undefined, more)).toBeUndefined()
  })
})
