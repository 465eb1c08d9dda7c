import { expect, test } from 'vitest'
import { maskCase, maskEvents } from './case-view.ts'
import { kindOfCase } from './form.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'

const ID = '0190a2b4-0000-4000-9000-000000000001'
const RULE = 'KTP_MOTHER'
const work = { type: 'checkItem', ruleId: RULE, result: 'problem', ground: 'Nama beda di KK' } as const
const propose = { type: 'proposeWork', proposalId: ID, work } as const

/** Yopi read the papers; his lease ran out, Lena took the case; then his mark comes. */
const late = () => {
  const story = new Scenario().inVerification().later(1)
  return story.do(WHO.lena, { type: 'claim' })
}

test('taking over what ran out says from whom and since when', () => {
  const story = new Scenario().inVerification()
  const until = story.case.holder?.until
  story.later(1).do(WHO.lena, { type: 'claim' })
  expect(story.events.at(-1)).toMatchObject({
    type: 'Claimed',
    after: { person: { id: WHO.yopi.id, name: WHO.yopi.name }, until },
  })
})

test('what came too late changes nothing, and its holder takes it over with both names on record', () => {
  const story = late()
  const before = story.case
  expect(story.refusal(WHO.yopi, work)).toMatchObject({ why: 'held-by-other' })
  story.do(WHO.yopi, propose)
  expect(story.case).toMatchObject({
    checklist: before.checklist,
    holder: { id: WHO.lena.id },
    proposals: [{ id: ID, work, by: { id: WHO.yopi.id } }],
  })
  story.do(WHO.lena, { type: 'takeWork', proposalId: ID })
  const types = story.events.filter((event) => event.type !== 'ClaimExtended').slice(-2)
  expect(types).toMatchObject([
    { type: 'WorkTaken', of: { id: WHO.yopi.id }, by: { id: WHO.lena.id } },
    { type: 'ItemChecked', ruleId: RULE, result: 'problem', by: { id: WHO.lena.id } },
  ])
  expect(story.case.proposals?.[0]?.settled).toMatchObject({ taken: true, by: { id: WHO.lena.id } })
})

test('so many wait and no more, of one person and of all; what is settled makes room', () => {
  const story = late()
  const id = (n: number) => ID.replace(/01$/, String(n).padStart(2, '0'))
  const more = (n: number) => ({ ...propose, proposalId: id(n) })
  const who = Array.from({ length: 5 }, (_, n) => ({ ...WHO.yopi, id: `yopi-${n}` }))
  const first = who[0] ?? WHO.yopi
  for (let n = 1; n <= 5; n += 1) story.do(first, more(n))
  expect(story.refusal(first, more(6))).toEqual({ why: 'too-many-proposals', most: 5 })
  for (let n = 6; n <= 20; n += 1) story.do(who[Math.ceil(n / 5) - 1] ?? first, more(n))
  const late5 = who[4] ?? first
  expect(story.refusal(late5, more(21))).toEqual({ why: 'too-many-proposals', most: 20 })
  story.do(WHO.lena, { type: 'declineWork', proposalId: id(1), reason: 'Sudah dikerjakan' })
  expect(story.refusal(late5, more(21))).toBeUndefined()
})

test('one proposal is no longer than a form', () => {
  const changed = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`f${n}`, 'x'.repeat(900)]))
  const big = { type: 'edit', changed, base: {} }
  expect(late().refusal(WHO.hanafi, { ...propose, work: big })).toEqual({ why: 'proposal-too-big' })
})

test('it is settled once: taken twice, declined after it was taken, proposed again', () => {
  const other = { ...propose, proposalId: ID.replace(/1$/, '2'), work: { ...work, ground: 'Buram' } }
  const story = late()
    .do(WHO.yopi, propose)
    .do(WHO.yopi, other) // still waits: what is refused is refused for the settled one
    .do(WHO.lena, { type: 'takeWork', proposalId: ID })
    .do(WHO.lena, { type: 'checkItem', ruleId: RULE, result: 'ok' })
  for (const command of [
    { type: 'takeWork', proposalId: ID } as const,
    { type: 'declineWork', proposalId: ID, reason: 'Sudah saya periksa' } as const,
  ])
    expect(story.refusal(WHO.lena, command)).toEqual({ why: 'nothing-changes' })
  expect(story.refusal(WHO.yopi, propose)).toEqual({ why: 'nothing-changes' })
})

test('declined it stays on record, whole, with the reason', () => {
  const reason = 'Sudah saya periksa sendiri'
  const story = late().do(WHO.yopi, propose).do(WHO.lena, { type: 'declineWork', proposalId: ID, reason })
  expect(story.case.proposals).toMatchObject([{ work, settled: { taken: false, reason } }])
  expect(story.case.checklist.find((item) => item.ruleId === RULE)?.result).toBe('ok')
})

test('only who holds the case now decides: not the author, not the holder before', () => {
  const story = late().do(WHO.yopi, propose).later(1).do(WHO.yopi, { type: 'claim' })
  const [take, decline] = [
    { type: 'takeWork', proposalId: ID } as const,
    { type: 'declineWork', proposalId: ID, reason: 'Sudah dikerjakan' } as const,
  ]
  for (const command of [take, decline])
    expect(story.refusal(WHO.lena, command)).toMatchObject({ why: 'held-by-other' })
  expect(story.refusal(WHO.yopi, { type: 'takeWork', proposalId: ID })).toBeUndefined()
})

test('nobody does through a proposal what they may not do themselves', () => {
  const story = new Scenario().inVerification()
  const edit = { type: 'edit', changed: { motherName: 'ESTHER' }, base: {} } as const
  story.do(WHO.hanafi, { type: 'proposeWork', proposalId: ID, work: edit })
  expect(story.refusal(WHO.yopi, { type: 'takeWork', proposalId: ID })).toMatchObject({
    why: 'not-your-role',
  })
  // A role's own acts only, and none that is not somebody's work.
  for (const foreign of [{ type: 'approve' }, { type: 'claim' }, { type: 'dance' }, { ...work, more: 1 }])
    expect(story.refusal(WHO.yopi, { type: 'proposeWork', proposalId: ID, work: foreign })).toBeDefined()
})

test('an edit that met another value overwrites neither: both wait for a person', () => {
  const story = new Scenario()
    .inVerification()
    .do(WHO.yopi, {
      type: 'returnToNegeri',
      faults: [{ code: 'DATA_CONFLICT', instruction: 'Nama ibu berbeda di KK', field: 'motherName' }],
    })
    .do(WHO.ona, { type: 'claim' })
  const seen = story.case.answers['motherName'] ?? null
  story.do(WHO.ona, { type: 'edit', changed: { motherName: 'MARTHA' }, base: { motherName: seen } })
  const work = { type: 'edit', changed: { motherName: 'ESTHER' }, base: { motherName: seen } } as const
  story.do(WHO.hanafi, { type: 'proposeWork', proposalId: ID, work })
  story.do(WHO.ona, { type: 'takeWork', proposalId: ID })
  expect(story.case.answers['motherName']).toBe('MARTHA')
  expect(story.case.conflicts).toMatchObject([{ field: 'motherName', proposed: 'ESTHER' }])
})

test('an applicant reads neither proposals nor hand-overs, and nobody a NIK in one', () => {
  const nik = '8101015203900008'
  const edit = { type: 'edit', changed: { motherNik: nik }, base: { motherNik: nik } } as const
  const story = late()
    .do(WHO.hanafi, { type: 'proposeWork', proposalId: ID, work: edit })
    .do(WHO.lena, { type: 'handOver', toPersonId: 'yopi', note: 'Tinggal buku nikah' }, { person: WHO.yopi })
  const kind = kindOfCase(story.case)
  expect(JSON.stringify(maskCase(story.case, kind, WHO.lena))).not.toContain(nik)
  expect(JSON.stringify(maskEvents(story.events, kind, WHO.lena))).not.toContain(nik)
  const read = JSON.stringify([
    maskCase(story.case, kind, WHO.citizen),
    maskEvents(story.events, kind, WHO.citizen),
  ])
  expect(read).not.toMatch(/Tinggal buku nikah|proposals|WorkProposed/)
})

test('handed over with a note, given back, and taken back while the receiver has done nothing', () => {
  const { yopi, lena } = WHO
  const story = new Scenario().inVerification()
  const give = { type: 'handOver', toPersonId: 'lena', note: 'Tinggal cek buku nikah' } as const
  expect(story.refusal(lena, give, { person: lena })).toMatchObject({ why: 'held-by-other' })
  expect(story.refusal(yopi, give, { person: WHO.verifier })).toEqual({ why: 'unknown-person' })
  story.do(yopi, give, { person: lena })
  expect(story.case).toMatchObject({
    holder: { id: 'lena' },
    handedOver: { by: { id: 'yopi' }, to: { id: 'lena' }, note: give.note },
  })
  const back = { type: 'handOver', toPersonId: 'yopi', note: 'Diurungkan' } as const
  expect(story.refusal(yopi, back, { person: yopi })).toBeUndefined()
  expect(story.refusal(yopi, { ...back, toPersonId: 'x' }, { person: { ...lena, id: 'x' } })).toMatchObject({
    why: 'not-held',
  })
  story.do(lena, { type: 'checkItem', ruleId: RULE, result: 'unchecked' })
  expect(story.refusal(yopi, back, { person: yopi })).toMatchObject({ why: 'held-by-other' })
  story.do(lena, { ...back, note: 'Bukan wilayah saya' }, { person: yopi })
  expect(story.case.holder?.id).toBe('yopi')
})
