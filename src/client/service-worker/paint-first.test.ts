import { expect, test } from 'vitest'
import { paintFirst } from './paint-first.ts'

const own = (name: string, more = '') =>
  `<script src="/_next/static/chunks/${name}.js" async="" nonce="n"${more}></script>`
const page = (head: string, body: string) =>
  `<html><head>${head}</head><body><h1>Buka</h1>${body}</body></html>`

test('its own scripts are fetched at once and begin behind the first picture, in their order, each once', () => {
  const late = paintFirst(
    page(own('a') + own('b'), '<script nonce="n">inline()</script>' + own('c', ' id="_R_"')),
    'n',
  )
  expect(late).not.toMatch(/<script[^>]*src=/)
  const body = late.slice(late.indexOf('<body>'))
  expect(body.indexOf('inline()')).toBeLessThan(body.indexOf('requestAnimationFrame'))
  expect(body).toContain(
    '(["/_next/static/chunks/a.js","/_next/static/chunks/b.js","/_next/static/chunks/c.js"])',
  )
  expect(late.match(/<link rel="preload" as="script" fetchpriority="low" nonce="n"/g)).toHaveLength(3)
})

test('what has to run where it stands does, and a page that is no page is left alone', () => {
  const older = '<script src="/_next/static/chunks/old.js" noModule="" nonce="n"></script>'
  expect(paintFirst(page(own('a') + older, ''), 'n')).toContain(older)
  expect(paintFirst(page('', ''), 'n')).toBe(page('', ''))
  expect(paintFirst(own('a'), 'n')).toBe(own('a'))
})

test('what is said before the frame is said in the head, and stays behind without a voice', () => {
  const late = paintFirst(
    page(
      own('a'),
      '<script nonce="n">theme()</script><div class="shell"></div><script nonce="n">data()</script>',
    ),
    'n',
  )
  expect(late).toContain('<head><script nonce="n">theme()</script>')
  expect(late).toContain('<script type="text/plain" nonce="n">theme()</script><div class="shell">')
  expect(late).toContain('<script nonce="n">data()</script>')
})
