import { ALL_KINDS } from '#domain/service/catalogue.ts'
import type { Text } from '#domain/shared/text.ts'

/** What kinds are called, for a page to bring along: the catalogue itself stays on the server. */
export function kindLabels(services: readonly string[]): { readonly [kind: string]: Text } {
  return Object.fromEntries(
    ALL_KINDS.filter((kind) => services.includes(kind.service)).map((kind) => [kind.id, kind.label]),
  )
}
