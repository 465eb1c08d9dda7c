import { describe, expect, it } from 'vitest'
import { SERVICES } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'
import { ALL_KINDS, kindOf, SERVICE_DEFINITIONS, serviceAt } from './catalogue.ts'
import {
  BIRTH_ATTENDANT,
  BIRTH_KIND,
  BIRTH_PLACE,
  BLOOD_TYPE,
  CHANGE_ELEMENT,
  CITIZENSHIP,
  DISABILITY,
  EDUCATION,
  FAMILY_RELATION,
  labelIn,
  MARITAL_STATUS,
  MOVE_KIND,
  MOVE_REASON,
  MOVERS,
  RELIGION,
  SEX,
  STAYERS,
} from './code-lists.ts'
import { OCCUPATION } from './occupation.ts'
import type { Field, KindDefinition } from './service-definition.ts'

const fieldsOf = (kind: KindDefinition): readonly Field[] =>
  kind.questions.flatMap((question) => question.fields)

const LISTS = [
  ['SHDK', FAMILY_RELATION, 11],
  ['agama', RELIGION, 7],
  ['jenis kelamin', SEX, 2],
  ['status perkawinan', MARITAL_STATUS, 6],
  ['pendidikan', EDUCATION, 10],
  ['golongan darah', BLOOD_TYPE, 13],
  ['penyandang cacat', DISABILITY, 7],
  ['kewarganegaraan', CITIZENSHIP, 2],
  ['tempat dilahirkan', BIRTH_PLACE, 5],
  ['jenis kelahiran', BIRTH_KIND, 5],
  ['penolong kelahiran', BIRTH_ATTENDANT, 4],
  ['alasan pindah', MOVE_REASON, 7],
  ['jenis kepindahan', MOVE_KIND, 4],
  ['yang tidak pindah', STAYERS, 2],
  ['yang pindah', MOVERS, 2],
] as const

describe('the catalogue', () => {
  it('offers every kind of the trade', () => {
    const kinds = Object.fromEntries(
      SERVICES.map((service) => [service, SERVICE_DEFINITIONS[service].kinds.map((kind) => kind.id)]),
    )
    expect(kinds).toEqual({
      KK: [
        'KK_NEW_MARRIAGE',
        'KK_NEW_HEAD',
        'KK_NEW_SPLIT',
        'KK_NEW_ARRIVAL',
        'KK_NEW_RETURN',
        'KK_NEW_VULNERABLE',
        'KK_JOIN',
        'KK_CHANGE_EVENT',
        'KK_CHANGE_ELEMENT',
        'KK_LOST',
        'KK_DAMAGED',
      ],
      AKTA_KELAHIRAN: ['BIRTH_REGULAR', 'BIRTH_FOUNDLING'],
      SKPWNI: ['MOVE_OUT', 'MOVE_WITHIN'],
    })
  })

  it('costs nothing, anywhere', () => {
    expect(SERVICES.map((service) => SERVICE_DEFINITIONS[service].fee.id)).toEqual([
      'Gratis',
      'Gratis',
      'Gratis',
    ])
  })

  it("finds a kind in its own service only, and today's rules where a version is not kept", () => {
    expect(kindOf('KK', 'KK_LOST')?.id).toBe('KK_LOST')
    expect(kindOf('SKPWNI', 'KK_LOST')).toBeUndefined()
    expect(kindOf('KK', 'KK_LOST', 1)).toBe(kindOf('KK', 'KK_LOST'))
    expect(serviceAt('KK')).toBe(SERVICE_DEFINITIONS.KK)
  })

  it.each(ALL_KINDS.map((kind) => ({ id: kind.id, kind })))('$id is whole', ({ kind }) => {
    const twice = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) < index)
    expect(SERVICE_DEFINITIONS[kind.service].kinds).toContain(kind)
    expect(twice(fieldsOf(kind).map((field) => field.id))).toEqual([])
    expect(twice(kind.questions.map((question) => question.id))).toEqual([])
    expect(twice(kind.papers.map((paper) => paper.id))).toEqual([])
    expect(twice(kind.outputs.map((output) => output.id))).toEqual([])
    expect(kind.outputs.length).toBeGreaterThan(0)
    expect(kind.law.length).toBeGreaterThan(0)
    expect(kind.papers.some((paper) => paper.neededWhen === undefined)).toBe(true)
    expect(fieldsOf(kind).map((field) => field.id)).toEqual(
      expect.arrayContaining([
        'applicantRight',
        'applicantName',
        'applicantNik',
        'noticeTo',
        'truthStatement',
        'privacyNoticeRead',
      ]),
    )
    for (const field of fieldsOf(kind)) {
      // The question on odd numbers finds them by these names.
      for (const one of [field, ...(field.columns ?? [])]) {
        expect(one.kind === 'nik', one.id).toBe(/(^n|N)ik$/.test(one.id))
        expect(one.kind === 'noKk', one.id).toBe(/(^n|N)oKk$/.test(one.id))
      }
      for (const one of [field, ...(field.columns ?? [])]) {
        expect(one.id.length, one.id).toBeLessThanOrEqual(40)
        if (one.kind === 'choice') expect(one.choices?.length, one.id).toBeGreaterThan(1)
      }
      expect(field.kind === 'rows', field.id).toBe(field.columns !== undefined)
    }
  })

  it.each(ALL_KINDS.map((kind) => ({ id: kind.id, kind })))('$id asks few things on a page', ({ kind }) => {
    for (const question of kind.questions) expect(question.fields.length, question.id).toBeLessThanOrEqual(6)
  })
})

describe('the words of the catalogue', () => {
  const texts = [
    ...ALL_KINDS.flatMap((kind) => textsIn(kind)),
    ...LISTS.flatMap(([, list]) => textsIn(list)),
    ...textsIn(CHANGE_ELEMENT),
    ...textsIn(OCCUPATION),
  ]

  it('are there in both languages', () => {
    expect(texts.filter((text) => text.id.trim() === '' || text.en.trim() === '')).toEqual([])
    expect(texts.length).toBeGreaterThan(500)
  })

  it('are short and plain: no exclamation, no "silakan", at most 15 words a sentence', () => {
    const long = texts
      .flatMap((text) => text.id.split(/[.!?]\s/))
      .filter((sentence) => sentence.split(' ').length > 15)
    expect(long).toEqual([])
    expect(texts.filter((text) => /!|\b(silakan|mohon|antrian|tiket)\b/i.test(text.id))).toEqual([])
  })
})

describe('the code lists', () => {
  it.each(LISTS)('%s has the codes of the form, numbered from 1', (_name, list, count) => {
    expect(list.map((one) => one.value)).toEqual(
      Array.from({ length: count }, (_, index) => String(index + 1)),
    )
  })

  it('has 89 occupations', () => {
    expect(OCCUPATION.map((one) => one.value)).toEqual(
      Array.from({ length: 89 }, (_, index) => String(index + 1)),
    )
    expect(labelIn(OCCUPATION, '11').id).toBe('Nelayan/Perikanan')
    expect(labelIn(OCCUPATION, '90').id).toBe('90')
  })
})

/** Every `Text` in a value, however deep. */
function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return []
  const parts = Object.values(value)
  if ('id' in value && 'en' in value && parts.length === 2) return [value as Text]
  return parts.flatMap((part) => textsIn(part))
}

it('what is bound to a field names one of the same kind, and is bound both ways', () => {
  const bonds = ALL_KINDS.flatMap((kind) =>
    fieldsOf(kind).flatMap(({ id, boundTo = [] }) => boundTo.map((to) => [kind, id, to] as const)),
  )
  expect(bonds.length).toBeGreaterThan(0)
  for (const [kind, id, to] of bonds)
    expect(fieldsOf(kind).find((one) => one.id === to)?.boundTo, `${id} is bound to ${to}`).toContain(id)
})
