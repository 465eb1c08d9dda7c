import type { CommandType } from './command.ts'

/** Acts that may be done to many cases in one go: taking, letting go, giving away. Everything else needs a look at each. */
export const MANY_ACTS = [
  'claim',
  'release',
  'handOver',
  'reassign',
] as const satisfies readonly CommandType[]
export type ManyAct = (typeof MANY_ACTS)[number]

/** As many as travel in one request: whoever works in those queues waits for the end of it. */
export const MOST_IN_ONE = 50
