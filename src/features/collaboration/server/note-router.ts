import * as z from 'zod/mini'
import { NOTE_SIDES } from '#domain/case/case-note.ts'
import { Uuid } from '#domain/shared/id.ts'
import { forRoles, router } from '#server/trpc/trpc.ts'
import { noteVersion, sittingsOf } from './note-versions.ts'

const Note = { caseId: Uuid, side: z.enum(NOTE_SIDES) }
const staff = forRoles('NEGERI_OFFICER', 'OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD')

/** How a note came to be what it is. The note itself travels over the live connection. */
export const noteRouter = router({
  sittings: staff
    .input(z.strictObject(Note))
    .query(({ ctx, input }) => sittingsOf(ctx.shell, ctx.actor, input)),

  version: staff
    .input(z.strictObject({ ...Note, number: z.number().check(z.int(), z.positive()) }))
    .query(({ ctx, input }) => noteVersion(ctx.shell, ctx.actor, input, ctx.origin)),
})
