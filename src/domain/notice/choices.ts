import * as z from 'zod/mini'
import type { Quiet } from './quiet-hours.ts'
import type { Topic } from './topic.ts'
import { TOPICS } from './topic.ts'

/** The ways to a person: the bell, mail, and the browser that is woken. */
export const WAYS = ['app', 'mail', 'push'] as const
export type Way = (typeof WAYS)[number]
export type Ways = { readonly [way in Way]: boolean }

/** How one person wants to be told. */
export type Choices = {
  readonly ways: { readonly [topic in Topic]: Ways }
  readonly quiet: Quiet
  /** Minute of the day (WIT) at which mail is brought together; null: soon after it happened. */
  readonly mailAt: number | null
}

const soon: Ways = { app: true, mail: true, push: true }
const later: Ways = { app: true, mail: false, push: false }

/** Mail and push begin only once there is an address that answered, or a browser that asked to be woken. */
export const HOUSE_CHOICES: Choices = {
  ways: {
    talk: soon,
    return: soon,
    handover: soon,
    risk: { ...soon, push: false },
    course: later,
    watch: later,
  },
  quiet: { kind: 'office' },
  mailAt: null,
}

const minute = z.number().check(z.int(), z.gte(0), z.lt(24 * 60))
const WaysInput = z.strictObject({ app: z.boolean(), mail: z.boolean(), push: z.boolean() })

export const ChoicesInput = z.strictObject({
  ways: z.strictObject(
    Object.fromEntries(TOPICS.map((topic) => [topic, WaysInput])) as Record<Topic, typeof WaysInput>,
  ),
  quiet: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('office') }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('own'), from: minute, to: minute }),
  ]),
  mailAt: z.nullable(minute),
})

/** What was stored, read leniently: a topic that came later is told as the house does. */
export function choicesFrom(stored: unknown): Choices {
  const read = z
    .object({
      ways: z.record(z.string(), WaysInput),
      quiet: ChoicesInput.shape.quiet,
      mailAt: ChoicesInput.shape.mailAt,
    })
    .safeParse(stored)
  if (!read.success) return HOUSE_CHOICES
  const { ways, quiet, mailAt } = read.data
  return { ways: { ...HOUSE_CHOICES.ways, ...ways }, quiet, mailAt }
}

/** Is this person told of the topic in this way? What runs late stays in the bell whatever was chosen: it is their duty. */
export function wants({ ways }: Choices, topic: Topic, way: Way): boolean {
  return (topic === 'risk' && way === 'app') || ways[topic][way]
}
