import * as z from 'zod/mini'
import type { Visible } from '#domain/access/may-see.ts'
import { ROLES } from '#domain/access/role.ts'
import type { Present } from '#domain/case/here.ts'
import { DetailWire } from '#domain/case/here-wire.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { Stand } from './stand.ts'

export const TOPIC = 'presence'
/** Said by an instance that has just come: everybody tells it who is where. */
export const HELLO = 'hello'
/** A word must fit into one notification of PostgreSQL. */
const MOST_IN_A_WORD = 16

const Id = z.string().check(z.maxLength(80))
const Word = z.strictObject({
  stand: z.string().check(z.maxLength(300)),
  people: z.array(
    z.strictObject({ id: Id, name: z.string(), role: z.enum(ROLES), detail: z.optional(DetailWire) }),
  ),
  left: z.array(Id),
  /** Of a case: who may see it. */
  case: z.optional(
    z.strictObject({ service: ServiceId, negeri: z.string(), submitted: z.boolean(), ownerId: z.string() }),
  ),
})

type PresenceWord = {
  readonly stand: Stand
  readonly people: readonly Present[]
  readonly left: readonly string[]
  readonly case?: Visible | undefined
}

/** What other instances are told of these people at a stand: who of them is there now, and who is not any more. */
export function wordsOf(
  stand: Stand,
  here: ReadonlyMap<string, Present>,
  ids: Iterable<string>,
  case_: Visible | undefined,
): readonly string[] {
  const named = [...ids]
  const words: string[] = []
  for (let at = 0; at < named.length; at += MOST_IN_A_WORD) {
    const some = named.slice(at, at + MOST_IN_A_WORD)
    const people = some.flatMap((id) => here.get(id) ?? [])
    const left = some.filter((id) => !here.has(id))
    words.push(JSON.stringify({ stand, people, left, case: case_ } satisfies PresenceWord))
  }
  return words
}

export function readWord(text: string): PresenceWord | undefined {
  try {
    const word = Word.safeParse(JSON.parse(text))
    return word.success ? word.data : undefined
  } catch {
    return undefined
  }
}
