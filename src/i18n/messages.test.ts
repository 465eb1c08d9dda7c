import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { flatten, translator } from './translate.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const source = join(here, '..')

function textsOf(locale: string): Map<string, { [key: string]: string }> {
  const files = readdirSync(join(here, locale)).filter((file) => file.endsWith('.json'))
  return new Map(
    files.map((file) => [
      basename(file, '.json'),
      flatten(JSON.parse(readFileSync(join(here, locale, file), 'utf8'))),
    ]),
  )
}

const codeFiles = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('generated'))
  .map((file) => ({
    file,
    code: readFileSync(join(source, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, ''),
  }))
const allCode = codeFiles.map((one) => one.code).join('\n')
const quoted = new Set([...allCode.matchAll(/(['"`])([\w.-]+)\1/g)].map((match) => match[2] ?? ''))
const prefixes = new Set([...allCode.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1] ?? ''))

const id = textsOf('id')
const en = textsOf('en')

test('both languages have the same files', () => {
  expect([...en.keys()].toSorted()).toEqual([...id.keys()].toSorted())
})

describe.each([...id.keys()])('%s', (namespace) => {
  const source = id.get(namespace) ?? {}
  const other = en.get(namespace) ?? {}
  test('has the same keys in both languages', () => {
    expect(Object.keys(other).toSorted()).toEqual(Object.keys(source).toSorted())
  })
  test('fills the same blanks in both languages', () => {
    const blanks = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].toSorted()
    const differing = Object.keys(source).filter(
      (key) => blanks(source[key] ?? '').join() !== blanks(other[key] ?? '').join(),
    )
    expect(differing).toEqual([])
  })
  test('has no key that nothing uses', () => {
    const unused = Object.keys(source).filter(
      (key) => !quoted.has(key) && ![...prefixes].some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })
  test('keeps to the writing rules', () => {
    const broken = Object.entries(source).filter(([, text]) => /!|\bsilakan\b|\bantrian\b/i.test(text))
    expect(broken).toEqual([])
  })
})

test('every key that the code names exists', () => {
  const missing: string[] = []
  for (const { file, code } of codeFiles) {
    const named = [
      ...code.matchAll(/\b(\w+)\s*=\s*(?:await\s+)?(?:useT\('([\w-]+)'\)|translator\([^,]+,\s*'([\w-]+)')/g),
    ]
    for (const name of new Set(named.map((match) => match[1] ?? ''))) {
      const namespaces = named.filter((match) => match[1] === name).map((match) => match[2] ?? match[3] ?? '')
      for (const [, key = ''] of code.matchAll(new RegExp(`\\b${name}\\(\\s*'([^']+)'`, 'g'))) {
        if (!namespaces.some((namespace) => id.get(namespace)?.[key] !== undefined))
          missing.push(`${file}: ${namespaces.join('|')}:${key}`)
      }
      for (const [, prefix = ''] of code.matchAll(new RegExp(`\\b${name}\\(\\s*\`([\\w.-]+)\\$\\{`, 'g'))) {
        const known = namespaces.some((namespace) =>
          Object.keys(id.get(namespace) ?? {}).some((key) => key.startsWith(prefix)),
        )
        if (!known) missing.push(`${file}: ${namespaces.join('|')}:${prefix}…`)
      }
    }
  }
  expect(missing).toEqual([])
})

test('the source folder was really read', () => {
  expect(existsSync(join(source, 'i18n', 'translate.ts'))).toBe(true)
  expect(codeFiles.length).toBeGreaterThan(20)
})

test('fills blanks, counts in the way of the language, and shows a hole', () => {
  const t = translator({ x: { rows: '{n} {n|case|cases}', plain: 'Halo' } }, 'x', 'en')
  expect(t('rows', { n: 1 })).toBe('1 case')
  expect(t('rows', { n: 1209 })).toBe('1,209 cases')
  expect(t('plain')).toBe('Halo')
  expect(t('none')).toBe('x:none')
})
