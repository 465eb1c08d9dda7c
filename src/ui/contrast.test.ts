import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll("'", '"')

function tokensOf(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]),
  )
}

const lightBlock = css.slice(css.indexOf(':root {'), css.indexOf(':root[data-theme="dark"]'))
const darkBlock = css.slice(
  css.indexOf(':root[data-theme="dark"]'),
  css.indexOf('@media (prefers-color-scheme'),
)
const deviceBlock = css.slice(
  css.indexOf('@media (prefers-color-scheme'),
  css.indexOf('@media (prefers-reduced-motion'),
)
const light = tokensOf(lightBlock)
const themes = { light, dark: new Map([...light, ...tokensOf(darkBlock)]) }

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const [r, g, b] = channels.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function hexOf(theme: Map<string, string>, name: string): string {
  const value = name.startsWith('#') ? name : (theme.get(name) ?? '')
  const reference = /^var\(--([\w-]+)\)$/.exec(value)
  return reference ? hexOf(theme, reference[1] ?? '') : value
}

const TEXT: readonly (readonly [string, string])[] = [
  ...['text', 'text-2', 'text-3', 'accent'].flatMap((ink) =>
    ['bg', 'surface', 'accent-soft'].map((ground) => [ink, ground] as const),
  ),
  ['text', 'sunken'],
  ['text-2', 'sunken'],
  ['text-3', 'sunken'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['warn', 'surface'],
  ['warn', 'bg'],
  ['warn', 'warn-soft'],
  ['warn', 'accent-soft'],
  ['text', 'warn-soft'],
  ['text-2', 'warn-soft'],
  ['danger', 'surface'],
  ['danger', 'bg'],
  ['danger', 'danger-soft'],
  ['on-danger', 'danger'],
  ['surface', 'text'],
  ...[1, 2, 3, 4, 5, 6].map((n) => ['#ffffff', `p${n}`] as const),
]
const MARKS: readonly (readonly [string, string])[] = [
  ['control', 'surface'],
  ['c1', 'surface'],
  ['c2', 'surface'],
  ['c3', 'surface'],
  ['c-target', 'surface'],
  ['accent', 'line'],
]

describe.each(Object.entries(themes))('%s theme', (_, theme) => {
  test.each(TEXT)('text %s on %s is at least 4.5', (ink, ground) => {
    expect(contrast(hexOf(theme, ink), hexOf(theme, ground))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(MARKS)('mark %s on %s is at least 3', (ink, ground) => {
    expect(contrast(hexOf(theme, ink), hexOf(theme, ground))).toBeGreaterThanOrEqual(3)
  })
})

test('dark by choice and dark by device are the same dark', () => {
  expect([...tokensOf(deviceBlock)].toSorted()).toEqual([...tokensOf(darkBlock)].toSorted())
})

test('the ratio is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#1f1c17', '#f6f3ed')).toBeCloseTo(15.33, 1)
})
