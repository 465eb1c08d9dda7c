import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import type { Visible } from './may-see.ts'
import { audienceOf, maySee, roomsHeardBy, roomsTold, sideOf } from './may-see.ts'
import { ROLES } from './roles.ts'

const SAPARUA = '81.01.12.2001'
const who = (role: Actor['role'], areas: readonly string[], services: Actor['services'] = []): Actor => ({
  id: 'me',
  name: 'Saya',
  role,
  areas,
  services,
})
const theCase = (more: Partial<Visible> = {}): Visible => ({
  service: 'KK',
  negeri: SAPARUA,
  submitted: true,
  ownerId: 'someone',
  ...more,
})

describe('who may open a case', () => {
  it.each([
    ['its negeri', SAPARUA, true],
    ['its kecamatan', '81.01.12', true],
    ['its kabupaten', '81.01', true],
    ['its province', '81', true],
    ['the negeri beside it', '81.01.12.2012', false],
    ['another kecamatan', '81.01.13', false],
    ['another kabupaten', '81.02', false],
    ['a code that only begins alike', '81.01.1', false],
  ])('%s: by area', (_name, area, expected) => {
    expect(maySee(who('NEGERI_OFFICER', [area]), theCase())).toBe(expected)
    expect(maySee(who('OPERATOR', [area]), theCase())).toBe(expected)
  })

  it('by service, where a person serves only some', () => {
    expect(maySee(who('OPERATOR', ['81.01'], ['KK']), theCase())).toBe(true)
    expect(maySee(who('OPERATOR', ['81.01'], ['SKPWNI']), theCase())).toBe(false)
  })

  it('a draft stays on the side that writes it', () => {
    const draft = theCase({ submitted: false })
    expect(maySee(who('NEGERI_OFFICER', [SAPARUA]), draft)).toBe(true)
    for (const role of ['OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD', 'SYSTEM'] as const)
      expect(maySee(who(role, ['81.01']), draft)).toBe(false)
  })

  it('an applicant opens their own only, also within their negeri', () => {
    expect(maySee(who('CITIZEN', [SAPARUA]), theCase())).toBe(false)
    expect(maySee(who('CITIZEN', [SAPARUA]), theCase({ ownerId: 'me', submitted: false }))).toBe(true)
    expect(maySee(who('CITIZEN', ['81.02']), theCase({ ownerId: 'me' }))).toBe(false)
  })

  it('nobody without an area, and neither leadership nor an administrator', () => {
    for (const role of ROLES) expect(maySee(who(role, []), theCase({ ownerId: 'me' }))).toBe(false)
    for (const role of ['LEADERSHIP', 'ADMIN'] as const) {
      expect(sideOf(who(role, ['81']))).toBeUndefined()
      expect(maySee(who(role, ['81']), theCase())).toBe(false)
      expect(roomsHeardBy(who(role, ['81']), '81.01/KK')).toEqual([])
    }
  })
})

describe('who hears of it', () => {
  it('an area as wide as the kabupaten is one room, a narrower one its own', () => {
    expect(roomsHeardBy(who('OPERATOR', ['81']), '81.01/KK')).toEqual(['81.01/KK@81.01#dinas'])
    expect(roomsHeardBy(who('OPERATOR', ['81.01.12']), '81.01/KK')).toEqual(['81.01/KK@81.01.12#dinas'])
    expect(roomsHeardBy(who('NEGERI_OFFICER', [SAPARUA]), '81.01/KK')).toEqual([`81.01/KK@${SAPARUA}#negeri`])
    expect(roomsHeardBy(who('CITIZEN', [SAPARUA]), '81.01/KK')).toEqual([`81.01/KK@${SAPARUA}#owner:me`])
  })

  it('nothing of another kabupaten or service, and an area within another adds nothing', () => {
    expect(roomsHeardBy(who('OPERATOR', ['81.02']), '81.01/KK')).toEqual([])
    expect(roomsHeardBy(who('OPERATOR', ['81.01'], ['SKPWNI']), '81.01/KK')).toEqual([])
    expect(roomsHeardBy(who('OPERATOR', ['81.01.12', SAPARUA]), '81.01/KK')).toHaveLength(1)
    expect(audienceOf(who('OPERATOR', ['81.01.12', '81.01.13']), '81.01/KK')).toBe(
      '81.01/KK@81.01.12#dinas|81.01/KK@81.01.13#dinas',
    )
  })

  it('of a draft no room of the Dinas is told', () => {
    const rooms = roomsTold(theCase({ submitted: false }))
    expect(rooms).toContain(`81.01/KK@${SAPARUA}#negeri`)
    expect(rooms.filter((room) => room.endsWith('#dinas'))).toEqual([])
    expect(roomsTold(theCase())).toContain('81.01/KK@81.01#dinas')
  })
})
