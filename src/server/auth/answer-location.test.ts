import { expect, test } from 'vitest'
import { answerLocation } from './answer-location.ts'

const app = 'https://antrean.example.go.id'

test('a sign-in ends on our own host, whatever was asked', () => {
  expect(answerLocation(`${app}/antrean/kk?tahap=VERIFICATION`, app)).toBe('/antrean/kk?tahap=VERIFICATION')
  expect(answerLocation('https://elsewhere.example/', app)).toBe('/')
  expect(answerLocation(`${app}//elsewhere.example/`, app)).toBe('/elsewhere.example/')
  expect(answerLocation(`${app}/\\elsewhere.example/`, app)).toBe('/elsewhere.example/')
  expect(answerLocation('javascript:alert(1)', app)).toBe('/')
})

test('refusals come back to the sign-in page in one step', () => {
  expect(answerLocation(`${app}/api/auth/error?error=salah.3`, app)).toBe('/masuk?sebab=salah.3')
  expect(answerLocation(`${app}/api/auth/signin?csrf=true`, app)).toBe('/masuk?sebab=lama&kuki=1')
  expect(answerLocation(`/masuk?callbackUrl=${encodeURIComponent(`${app}/akun`)}`, app)).toBe(
    '/masuk?kembali=%2Fakun&kuki=1',
  )
  expect(answerLocation(`/masuk?callbackUrl=${encodeURIComponent('https://elsewhere.example')}`, app)).toBe(
    '/masuk?kuki=1',
  )
})
