import { expect, test } from 'vitest'
import { WHO } from '#domain/case/testing/case-scenario.ts'
import { queuesHeardBy } from './queues-heard-by.ts'

test('an officer hears the queues of the own kabupaten, by service; leadership and administrators none', () => {
  expect(queuesHeardBy(WHO.hanafi, ['81.01', '81.02'])).toEqual([
    '81.01/KK',
    '81.01/AKTA_KELAHIRAN',
    '81.01/SKPWNI',
  ])
  expect(queuesHeardBy({ ...WHO.yopi, services: ['KK'] }, ['81.01'])).toEqual(['81.01/KK'])
  expect(queuesHeardBy(WHO.regent, ['81.01'])).toEqual([])
  expect(queuesHeardBy(WHO.admin, ['81.01'])).toEqual([])
})
