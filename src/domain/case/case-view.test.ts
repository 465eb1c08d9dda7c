import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_KINDS } from '#domain/service/catalogue.ts'
import type { Answers, AnswerValue } from '#domain/service/answers.ts'
import type { Field } from '#domain/service/service-definition.ts'
import type { CaseEvent } from './case-event.ts'
import type { CaseFile } from './case-file.ts'
import { maskCase, maskEvents } from './case-view.ts'
import { kindOfCase } from './form.ts'
import { secretOf } from './secret-of.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'

const NUMBER = '8101124504900008'
const RUN = /\d{16}/

/** A form in which every field that can hold text holds a NIK. */
function poisoned(fields: readonly Field[]): Answers {
  const value = (field: Field): AnswerValue => {
    if (field.kind === 'rows')
      return [Object.fromEntries((field.columns ?? []).map((column) => [column.id, value(column) as string]))]
    if (field.kind === 'integer') return 2
    return field.kind === 'yesNo' ? true : `x ${NUMBER}`
  }
  return Object.fromEntries(
    fields.map((field) => [field.id, field.kind === 'nik' || field.kind === 'noKk' ? NUMBER : value(field)]),
  )
}

const answered = (file: CaseFile): CaseFile => ({
  ...file,
  notes: [
    {
      id: '0190a2b4-0000-4000-8000-00000000aaaa',
      text: `NIK ibu ${NUMBER}`,
      visibility: 'internal',
      by: WHO.yopi,
      at: 1,
    },
    {
      id: '0190a2b4-0000-4000-8000-00000000bbbb',
      text: 'Kami telepon besok',
      visibility: 'shared',
      by: WHO.yopi,
      at: 2,
    },
  ],
  issued: [
    {
      outputId: 'KK',
      documentNumber: NUMBER,
      issuedOn: '2026-06-09',
      signer: 'x',
      officialLink: `https://x/${NUMBER}`,
      allottedNik: NUMBER,
      superseded: false,
    },
  ],
  conflicts: [{ field: 'applicantNik', proposed: NUMBER, by: WHO.ona, at: 1 }],
})

describe('what travels of a case', () => {
  it.each(ALL_KINDS.map((kind) => [kind.id, kind] as const))(
    '%s: no run of 16 digits, whatever was written where',
    (_id, kind) => {
      const base = answered(new Scenario('KK_LOST').inValidation().case)
      const file = {
        ...base,
        service: kind.service,
        kind: kind.id,
        answers: poisoned(kind.questions.flatMap((question) => question.fields)),
      }
      for (const who of [WHO.yopi, WHO.hanafi, WHO.citizen])
        expect(JSON.stringify(maskCase(file, kind, who))).not.toMatch(RUN)
    },
  )

  it('hides numbers in every event as well', () => {
    const scenario = new Scenario('BIRTH_REGULAR').inVerification()
    scenario.do(WHO.yopi, {
      type: 'writeNote',
      noteId: '0190a2b4-0000-4000-8000-00000000cccc',
      text: `NIK ${NUMBER}`,
      visibility: 'internal',
    })
    const extra: CaseEvent[] = [
      {
        caseId: scenario.case.id,
        version: 90,
        at: 1,
        by: WHO.ona,
        type: 'AnswersEdited',
        changed: { motherNik: NUMBER, witnesses: [{ nik: NUMBER }] },
      },
      {
        caseId: scenario.case.id,
        version: 91,
        at: 1,
        by: WHO.ona,
        type: 'AnswerConflicted',
        field: 'motherNik',
        proposed: NUMBER,
      },
      {
        caseId: scenario.case.id,
        version: 92,
        at: 1,
        by: WHO.ona,
        type: 'ConflictSettled',
        field: 'motherNik',
        value: NUMBER,
      },
    ]
    const events = maskEvents([...scenario.events, ...extra], kindOfCase(scenario.case), WHO.verifier)
    expect(events).toHaveLength(scenario.events.length + extra.length)
    expect(JSON.stringify(events)).not.toMatch(RUN)
  })

  it('tells an applicant neither who sits at the desk nor what staff say among themselves', () => {
    const scenario = new Scenario('BIRTH_REGULAR').inVerification()
    scenario.do(WHO.yopi, {
      type: 'writeNote',
      noteId: '0190a2b4-0000-4000-8000-00000000cccc',
      text: 'rahasia meja',
      visibility: 'internal',
    })
    const kind = kindOfCase(scenario.case)
    const shown = JSON.stringify([
      maskCase(answered(scenario.case), kind, WHO.citizen),
      maskEvents(scenario.events, kind, WHO.citizen),
    ])
    expect(maskCase(scenario.case, kind, WHO.citizen).holder).toBeUndefined()
    expect(shown).not.toContain('rahasia meja')
    expect(shown).not.toContain('Claimed')
    expect(shown).toContain('Kami telepon besok')
    expect(maskCase(scenario.case, kind, WHO.yopi).holder?.id).toBe(WHO.yopi.id)
  })

  it('sends no check sum of a paper', () => {
    const file = new Scenario('KK_LOST').inVerification().case
    expect(JSON.stringify(maskCase(file, kindOfCase(file), WHO.yopi))).not.toContain('a0000')
  })
})

describe('one value in full', () => {
  const file = answered(new Scenario('BIRTH_REGULAR').inVerification().case)
  const kind = kindOfCase(file)

  it('is found by its place: a field, a column of a line, a number of a document', () => {
    expect(secretOf(file, kind, { field: 'motherNik' })).toBe(file.answers['motherNik'])
    expect(secretOf(file, kind, { field: 'witnesses', row: 1, column: 'nik' })).toBe('8101014101720002')
    expect(secretOf(file, kind, { field: 'issued', row: 0, column: 'documentNumber' })).toBe(NUMBER)
  })

  it('is nothing where nothing is masked, answered or there', () => {
    for (const place of [
      { field: 'childName' },
      { field: 'nothing' },
      { field: 'witnesses' },
      { field: 'witnesses', row: 9, column: 'nik' },
      { field: 'issued', row: 0, column: 'signer' },
      { field: 'issued', row: 4, column: 'documentNumber' },
    ]) {
      expect(secretOf(file, kind, place)).toBeUndefined()
    }
  })

  it('is never found by any other name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (field, column) => {
        const found = secretOf(file, kind, { field, row: 0, column })
        expect(found === undefined || /^\d{16}$/.test(found)).toBe(true)
      }),
    )
  })
})
