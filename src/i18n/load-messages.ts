import type { Locale } from './locale.ts'
import type { Messages } from './translate.ts'
import { flatten } from './translate.ts'

/** Server side: only the namespaces that a page shows travel to the browser. */
export async function loadMessages(locale: Locale, namespaces: readonly string[]): Promise<Messages> {
  const loaded = await Promise.all(
    namespaces.map(async (namespace) => {
      const file = (await import(`./${locale}/${namespace}.json`)) as {
        default: Parameters<typeof flatten>[0]
      }
      return [namespace, flatten(file.default)] as const
    }),
  )
  return Object.fromEntries(loaded)
}
