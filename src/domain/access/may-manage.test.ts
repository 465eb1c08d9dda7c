import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { areasFit, mayManage } from './may-manage.ts'

const admin: Actor = { id: 'a', name: 'Admin', role: 'ADMIN', areas: ['81.01'], services: [] }

test('an administrator keeps the accounts within their own area, and no others', () => {
  expect(mayManage(admin, ['81.01'])).toBe(true)
  expect(mayManage(admin, ['81.01.12.2012', '81.01.13'])).toBe(true)
  expect(mayManage(admin, ['81.01.12', '81.02.01'])).toBe(false)
  expect(mayManage(admin, ['81'])).toBe(false) // wider than their own
  expect(mayManage(admin, [])).toBe(false)
  expect(mayManage({ ...admin, areas: [] }, ['81.01'])).toBe(false)
})

test('no other role keeps accounts', () => {
  for (const role of ['SUPERVISOR', 'HEAD', 'LEADERSHIP', 'OPERATOR', 'SYSTEM'] as const)
    expect(mayManage({ ...admin, role }, ['81.01'])).toBe(false)
})

test('a negeri officer belongs to a negeri', () => {
  expect(areasFit('NEGERI_OFFICER', ['81.01.12.2012'])).toBe(true)
  expect(areasFit('NEGERI_OFFICER', ['81.01.12'])).toBe(false)
  expect(areasFit('OPERATOR', ['81.01.12'])).toBe(true)
})
