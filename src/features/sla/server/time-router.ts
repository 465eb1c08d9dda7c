import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import type { TimeRules } from '#domain/sla/time-rules.ts'
import { houseFacts } from '#server/case/house-facts.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import { clockAlarmOf } from '#server/sla/clock-alarm.ts'
import { previewRules } from '#server/sla/preview-rules.ts'
import {
  DayInput,
  HoursInput,
  OutageChange,
  OutageInput,
  PolicyInput,
  Year,
} from '#server/sla/rules-input.ts'
import { standingAlarms } from '#server/sla/standing-alarms.ts'
import type { Context } from '#server/trpc/trpc.ts'
import { forRoles, router, signedIn } from '#server/trpc/trpc.ts'
import { changeOutage, declareOutage } from './outage-acts.ts'
import { proposeDays } from './propose-days.ts'
import { daysOfYear, latestChanges, missingYear } from './read-calendar.ts'
import { outagesFor } from './read-outages.ts'
import { replayPromise } from './replay-promise.ts'
import type { Keeper } from './rules-acts.ts'
import { addDay, confirmYear, decideDay, setHours, setPolicy } from './rules-acts.ts'
import { shownReplay } from './shown-replay.ts'
import { underPolicy, withDay, withHours, withOutage, withPolicy } from './suppose.ts'

const Month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))
const reader = forRoles('ADMIN', 'SUPERVISOR', 'HEAD')
/** Calendars and standards are reference tables: the administrator's. */
const keeper = forRoles('ADMIN')
/** An outage is declared by whoever runs the day. */
const watch = forRoles('ADMIN', 'SUPERVISOR', 'HEAD')

const as = ({
  shell,
  actor,
  origin,
}: Pick<Context, 'shell' | 'origin'> & { actor: Keeper['actor'] }): Keeper => ({ shell, actor, origin })

/** What a change would move, counted and not made. */
async function preview(
  { shell, actor }: Pick<Context, 'shell'> & { readonly actor: Keeper['actor'] },
  change: (rules: TimeRules) => TimeRules,
) {
  const now = shell.clock()
  const { clockwork, settings } = await houseFacts(shell.pool, now)
  return previewRules(shell.pool, actor, change(clockwork.rules), settings, now)
}

/** What time it is at the server, the rules that its clocks go by, and how they are kept. */
export const timeRouter = router({
  rules: signedIn
    .input(z.strictObject({ known: z.number().check(z.int(), z.gte(-1)) }))
    .query(async ({ ctx, input }) => {
      const { rules } = await clockworkInForce(ctx.shell.pool)
      const clock = clockAlarmOf(ctx.shell.pool)
      return {
        now: ctx.shell.clock(),
        rules: rules.version === input.known ? null : rules,
        clock: clock ? { why: clock.why, byMs: clock.byMs } : null,
      }
    }),

  replay: forRoles('SUPERVISOR', 'HEAD', 'LEADERSHIP')
    .input(z.strictObject({ month: Month }))
    .query(async ({ ctx, input }) =>
      shownReplay(
        await replayPromise(
          ctx.shell.pool,
          ctx.actor,
          input.month,
          await clockworkInForce(ctx.shell.pool),
          ctx.shell.clock(),
        ),
        ctx.actor,
      ),
    ),

  days: reader
    .input(z.strictObject({ year: Year }))
    .query(({ ctx, input }) => daysOfYear(ctx.shell.pool, input.year)),
  changes: reader.query(async ({ ctx }) => {
    const { rules } = await clockworkInForce(ctx.shell.pool)
    return {
      changes: await latestChanges(ctx.shell.pool),
      missingYear: missingYear(rules.confirmedYears, ctx.shell.clock()) ?? null,
      alarm: clockAlarmOf(ctx.shell.pool) ?? null,
    }
  }),
  previewDay: keeper
    .input(DayInput)
    .query(({ ctx, input }) => preview(ctx, (rules) => withDay(rules, input))),
  addDay: keeper.input(DayInput).mutation(({ ctx, input }) => addDay(as(ctx), input)),
  decideDay: keeper
    .input(z.strictObject({ id: Uuid, confirm: z.boolean() }))
    .mutation(({ ctx, input }) => decideDay(as(ctx), input)),
  proposeDays: keeper
    .input(z.strictObject({ year: Year }))
    .mutation(({ ctx, input }) => proposeDays(as(ctx), input.year)),
  confirmYear: keeper
    .input(z.strictObject({ year: Year }))
    .mutation(({ ctx, input }) => confirmYear(as(ctx), input.year)),
  previewHours: keeper
    .input(HoursInput)
    .query(({ ctx, input }) => preview(ctx, (rules) => withHours(rules, input))),
  setHours: keeper.input(HoursInput).mutation(({ ctx, input }) => setHours(as(ctx), input)),
  /** A standard moves nothing that is open; so also what it would mean for all that is. */
  previewPolicy: keeper.input(PolicyInput).query(async ({ ctx, input }) => ({
    real: await preview(ctx, (rules) => withPolicy(rules, input)),
    under: await preview(ctx, (rules) => underPolicy(rules, input)),
  })),
  setPolicy: keeper.input(PolicyInput).mutation(({ ctx, input }) => setPolicy(as(ctx), input)),

  alarms: reader.query(({ ctx }) => standingAlarms(ctx.shell.pool, ctx.actor)),

  outages: reader.query(async ({ ctx }) =>
    outagesFor(ctx.shell.pool, ctx.actor, await clockworkInForce(ctx.shell.pool), ctx.shell.clock()),
  ),
  previewOutage: watch
    .input(OutageInput)
    .query(({ ctx, input }) => preview(ctx, (rules) => withOutage(rules, input))),
  declareOutage: watch.input(OutageInput).mutation(({ ctx, input }) => declareOutage(as(ctx), input)),
  changeOutage: watch.input(OutageChange).mutation(({ ctx, input }) => changeOutage(as(ctx), input)),
})
