import type { api } from '#client/trpc.ts'

/** What the wall shows beside the live rows: flow, silent villages, alarms. */
export type Around = Awaited<ReturnType<typeof api.board.around.query>>
