import { expect, test } from 'vitest'
import { isNoPage, isPhonePath, mayKeep, mayTidy, SHELL_MARK, tabLock } from './shell-paths.ts'

const ID = '5f0c1d52-0f2e-4a53-9a0c-111111111111'

test.each(['/', '/ajukan', `/ajukan/${ID}`, '/kotak-keluar', `/permohonan/${ID}/tanda-terima`])(
  '%s opens from the device',
  (path) => expect(isPhonePath(path)).toBe(true),
)

test.each([
  '/masuk',
  '/akun',
  '/antrean/saya',
  '/admin/pengguna',
  `/permohonan/${ID}`,
  '/ajukan/bukan-id',
  '/ajukanlah',
])('%s is asked of the server first', (path) => expect(isPhonePath(path)).toBe(false))

test.each(['/api/trpc/queue.since', `/papers/${ID}`, '/files/x', '/_next/static/chunks/a.js', '/sw.js'])(
  '%s is no page: nothing stands in for it',
  (path) => expect(isNoPage(path)).toBe(true),
)

const answer = (more: Partial<Parameters<typeof mayKeep>[1]> = {}) => ({
  status: 200,
  type: 'basic' as const,
  redirected: false,
  headers: new Headers({ [SHELL_MARK]: 'luring' }),
  ...more,
})

test('the page of a portal, a fault, and a way elsewhere are never kept', () => {
  expect(mayKeep('/luring', answer())).toBe(true)
  expect(mayKeep('/luring', answer({ headers: new Headers({ 'content-type': 'text/html' }) }))).toBe(false)
  expect(mayKeep('/luring', answer({ status: 503 }))).toBe(false)
  expect(mayKeep('/luring', answer({ redirected: true }))).toBe(false)
  expect(mayKeep('/_next/static/chunks/a.js', answer({ type: 'opaque', headers: new Headers() }))).toBe(false)
  expect(mayKeep('/_next/static/chunks/a.js', answer({ headers: new Headers() }))).toBe(true)
})

test('files of the version before stay while a tab is open that began with it', () => {
  expect(mayTidy(1_000, [])).toBe(true)
  expect(mayTidy(1_000, [tabLock(2_000), 'another lock', undefined])).toBe(true)
  expect(mayTidy(1_000, [tabLock(2_000), tabLock(999)])).toBe(false)
})
