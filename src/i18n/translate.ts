import type { Locale } from './locale.ts'

/** The texts of some namespaces in one language: `{ queue: { 'view.all': 'Semua terbuka' } }`. */
export type Messages = { readonly [namespace: string]: { readonly [key: string]: string } }
export type Values = { readonly [name: string]: string | number }
export type Translate = (key: string, values?: Values) => string

/**
 * Fills `{name}`; `{n|case|cases}` picks the first word when `n` is 1, for languages that count so.
 * An unknown key shows itself, so that a hole is seen and not hidden.
 */
export function translator(messages: Messages, namespace: string, locale: Locale): Translate {
  const texts = messages[namespace]
  const numbers = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB')
  return (key, values) => {
    const text = texts?.[key]
    if (text === undefined) return `${namespace}:${key}`
    if (values === undefined || !text.includes('{')) return text
    return text.replace(
      /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
      (whole, name: string, one?: string, other?: string) => {
        const value = values[name]
        if (value === undefined) return whole
        if (one !== undefined && other !== undefined) return Number(value) === 1 ? one : other
        return typeof value === 'number' ? numbers.format(value) : value
      },
    )
  }
}

type Tree = { readonly [key: string]: string | Tree }

/** Nested text files and flat ones are the same thing: keys joined by dots. */
export function flatten(tree: Tree, prefix = ''): { [key: string]: string } {
  const flat: { [key: string]: string } = {}
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat[prefix + key] = value
    else Object.assign(flat, flatten(value, `${prefix}${key}.`))
  }
  return flat
}
