import { expect, test } from '@playwright/test'
import { TOTP } from 'otpauth'
import type { HouseInProduction } from '../actions/house-in-production.ts'
import { startInProduction } from '../actions/house-in-production.ts'

let house: HouseInProduction
test.beforeAll(async () => {
  test.setTimeout(120_000)
  house = await startInProduction()
})
test.afterAll(() => house.close())

const PASSWORD = 'kora-kora biru'
const tokenOf = (cookies: ReadonlyMap<string, string>) =>
  decodeURIComponent(cookies.get('__Host-csrf') ?? '').split('|')[0] ?? ''

test('an empty house opens to its first administrator: new password, then the second factor, then work', async () => {
  const browser = house.browser()
  await browser.get('/api/auth/signin')
  const page = await browser.get('/masuk')
  expect(page.text).not.toContain('Demo')
  expect(page.headers['strict-transport-security']).toContain('max-age=31536000')

  const csrfToken = tokenOf(browser.cookies)
  const oneClick = await browser.post('/api/auth/callback/demo', { csrfToken, username: 'admin' })
  expect([oneClick.status, browser.cookies.has('__Host-satu-antrean')]).toEqual([400, false])

  const entered = await browser.post('/api/auth/callback/credentials', {
    csrfToken,
    username: 'admin',
    password: house.firstPassword,
    callbackUrl: '/admin/pengguna',
  })
  expect([entered.status, entered.headers.location]).toEqual([302, '/admin/pengguna'])
  for (const line of entered.headers['set-cookie'] ?? []) expect(line).toMatch(/^__Host-.*; Secure/)
  const session = (entered.headers['set-cookie'] ?? []).find((line) =>
    line.startsWith('__Host-satu-antrean='),
  )
  expect(session).toMatch(/; Path=\/; .*HttpOnly; SameSite=lax$/i)

  expect((await browser.get('/admin/pengguna')).headers.location).toMatch(/^\/masuk/)
  expect((await browser.get('/masuk')).headers.location).toBe('/akun')
  expect((await browser.get('/akun')).text).toContain('Ganti kata sandi sekali pakai dulu.')
  expect(await browser.call('admin.users', {})).toBeUndefined()

  const change = (next: string) =>
    browser.call('account.changePassword', { current: house.firstPassword, next })
  expect(await change('princess1')).toMatchObject({ refusal: { refusal: { why: 'too-common' } } })
  expect(await change(PASSWORD)).toEqual({ ok: true })
  expect((await browser.get('/akun')).text).toContain('Pasang kode masuk dulu.')

  const begun = (await browser.call('account.beginSecondFactor', { password: PASSWORD })) as {
    secret: string
    ticket: string
  }
  const code = new TOTP({ secret: begun.secret, digits: 6, period: 30 }).generate()
  expect(await browser.call('account.finishSecondFactor', { ticket: begun.ticket, code })).toEqual({
    ok: true,
  })
  const users = await browser.get('/admin/pengguna') // at once: pages remember nothing of a session
  expect([users.status, users.text.includes('Administrator')]).toEqual([200, true])

  const elsewhere = house.browser()
  await elsewhere.get('/api/auth/signin')
  const half = await elsewhere.post('/api/auth/callback/credentials', {
    csrfToken: tokenOf(elsewhere.cookies),
    username: 'admin',
    password: PASSWORD,
  })
  expect(half.headers.location).toBe('/masuk?sebab=kode')
  expect(elsewhere.cookies.has('__Host-satu-antrean')).toBe(false)

  await browser.post('/keluar', {})
  expect((await browser.get('/admin/pengguna')).headers.location).toMatch(/^\/masuk/)
})
