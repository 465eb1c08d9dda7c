import * as z from 'zod/mini'
import { SETTING_KEYS } from '#domain/setting/house-settings.ts'
import { Instant } from '#domain/shared/instant.ts'
import { LocalDate } from '#domain/shared/local-date.ts'
import { forRoles, router } from '#server/trpc/trpc.ts'
import { readSettings } from './read-settings.ts'
import { setSetting, withdrawSetting } from './setting-acts.ts'

const keeper = forRoles('ADMIN')
const key = z.enum(SETTING_KEYS)

/** LOCAL values of the Dinas, in versions: what holds, what is to come, who set it. */
export const settingRouter = router({
  list: keeper.query(({ ctx }) => readSettings(ctx.shell.pool, ctx.shell.clock())),
  set: keeper
    .input(z.strictObject({ key, value: z.union([z.number(), z.boolean()]), from: z.nullable(LocalDate) }))
    .mutation(({ ctx: { shell, actor, origin }, input }) => setSetting({ shell, actor, origin }, input)),
  withdraw: keeper
    .input(z.strictObject({ key, validFrom: Instant }))
    .mutation(({ ctx: { shell, actor, origin }, input }) => withdrawSetting({ shell, actor, origin }, input)),
})
