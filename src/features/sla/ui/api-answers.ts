import type { api } from '#client/trpc.ts'

/** What the API says of the rules of time and their keeping. */
export type CalendarDays = Awaited<ReturnType<typeof api.time.days.query>>
export type RulesNews = Awaited<ReturnType<typeof api.time.changes.query>>
export type Outages = Awaited<ReturnType<typeof api.time.outages.query>>
export type Alarms = Awaited<ReturnType<typeof api.time.alarms.query>>
export type ReplayAnswer = Awaited<ReturnType<typeof api.time.replay.query>>
export type OutageView = Outages[number]
export type Places = { readonly [code: string]: string }
