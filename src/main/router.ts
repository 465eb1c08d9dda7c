import { accountRouter } from '#features/administration/server/account-router.ts'
import { adminRouter } from '#features/administration/server/admin-router.ts'
import { noteRouter } from '#features/collaboration/server/note-router.ts'
import { caseRouter } from '#features/case-file/server/case-router.ts'
import { boatRouter } from '#features/intake/server/boat-router.ts'
import { boardRouter } from '#features/monitoring/server/board-router.ts'
import { noticeRouter } from '#features/notice/server/notice-router.ts'
import { intakeRouter, referenceRouter } from '#features/intake/server/intake-router.ts'
import { visitRouter } from '#features/intake/server/visit-router.ts'
import { queueRouter } from '#features/queue/server/queue-router.ts'
import { settingRouter } from '#features/setting/server/setting-router.ts'
import { timeRouter } from '#features/sla/server/time-router.ts'
import { router } from '#server/trpc/trpc.ts'

/** Everything that can be asked over tRPC, one line per feature. */
export const appRouter = router({
  account: accountRouter,
  admin: adminRouter,
  board: boardRouter,
  boat: boatRouter,
  case: caseRouter,
  intake: intakeRouter,
  note: noteRouter,
  notice: noticeRouter,
  queue: queueRouter,
  reference: referenceRouter,
  visit: visitRouter,
  setting: settingRouter,
  time: timeRouter,
})
export type AppRouter = typeof appRouter
