import { expect, test } from 'vitest'
import { shownOf } from './woken.ts'

const ONE = {
  v: 1,
  tag: 'b',
  locale: 'id',
  topic: 'talk',
  n: 1,
  number: '26-04117',
  path: '/permohonan/x?pin=1',
}

test('a woken browser shows kind and number, and leads to the place', () => {
  expect(shownOf(ONE)).toEqual({
    title: '26-04117',
    body: 'Sebutan dan balasan',
    tag: 'b',
    path: '/permohonan/x?pin=1',
  })
  expect(shownOf({ ...ONE, n: 3, number: null, path: '/kabar' }).body).toBe('3 kabar belum dibaca')
})

test.each([
  [undefined],
  ['words'],
  [{ ...ONE, path: '//evil.example' }],
  [{ ...ONE, path: 'https://evil.example' }],
  [{ ...ONE, topic: 'x' }],
])('what it cannot read leads to the list, and nowhere else: %j', (data) =>
  expect(shownOf(data).path).toBe('/kabar'),
)
