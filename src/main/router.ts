import { accountRouter } from '#features/administration/server/account-router.ts'
import { adminRouter } from '#features/administration/server/admin-router.ts'
import { caseRouter } from '#features/case-file/server/case-router.ts'
import { intakeRouter, referenceRouter } from '#features/intake/server/intake-router.ts'
import { queueRouter } from '#features/queue/server/queue-router.ts'
import { router } from '#server/trpc/trpc.ts'

/** Everything that can be asked over tRPC, one line per feature. */
export const appRouter = router({
  account: accountRouter,
  admin: adminRouter,
  case: caseRouter,
  intake: intakeRouter,
  queue: queueRouter,
  reference: referenceRouter,
})
export type AppRouter = typeof appRouter
