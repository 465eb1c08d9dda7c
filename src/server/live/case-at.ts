import type { Actor } from '#domain/access/actor.ts'
import type { Visible } from '#domain/access/may-see.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { Detail } from '#domain/case/here.ts'
import { checkField, NOTE_FIELD } from '#domain/case/here.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { Uuid } from '#domain/shared/id.ts'
import { readRow } from '#server/case/rows.ts'
import type { Shell } from '#server/shell.ts'

/** A case changes sides seldom; who stays at it is looked at again after so long. */
const STALE_MS = 30_000

/** The case that a screen stands at, and what can be seen within it. */
export type CaseAt = {
  readonly id: string
  readonly case: Visible
  readonly readAt: number
  /** What is said of paper and field, as far as this case has such ones: nobody is shown at something made up. */
  within(said: Detail): Promise<Detail>
  /** Is this a file of this case? */
  has(fileId: string): Promise<boolean>
}

/** The case, if this person may be at it. Who is at work on a case is for colleagues; applicants neither see nor are seen. */
export async function caseAt(
  shell: Pick<Shell, 'pool'>,
  actor: Actor,
  caseId: string,
  now: number,
  known?: CaseAt,
): Promise<CaseAt | undefined> {
  if (actor.role === 'CITIZEN' || !Uuid.safeParse(caseId).success) return undefined
  if (known?.id === caseId && now - known.readAt < STALE_MS)
    return maySee(actor, known.case) ? known : undefined
  const row = await readRow(shell.pool, caseId)
  if (row === undefined || !maySee(actor, row)) return undefined
  const files = new Set<string>()
  const has = async (fileId: string): Promise<boolean> => {
    if (!files.has(fileId)) for (const id of await filesOf(shell, caseId)) files.add(id)
    return files.has(fileId)
  }
  const { service, negeri, submitted, ownerId } = row
  return {
    id: caseId,
    case: { service, negeri, submitted, ownerId },
    readAt: now,
    has,
    async within({ paper, beside, page, field }) {
      const seen = paper !== undefined && (await has(paper))
      return {
        ...(seen ? { paper } : {}),
        ...(beside !== undefined && (await has(beside)) ? { beside } : {}),
        ...(seen && page !== undefined ? { page } : {}),
        ...(field !== undefined && fieldsOf(row).has(field) ? { field } : {}),
      }
    },
  }
}

function fieldsOf({ service, kind }: Pick<QueueRow, 'service' | 'kind'>): ReadonlySet<string> {
  const definition = kindOf(service, kind)
  const questions = definition?.questions ?? []
  return new Set([
    NOTE_FIELD,
    ...questions.flatMap((question) => question.fields.map((field) => field.id)),
    ...(definition?.papers ?? []).map((rule) => checkField(rule.id)),
  ])
}

async function filesOf({ pool }: Pick<Shell, 'pool'>, caseId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly id: string }>({
    name: 'live-case-files',
    text: "select id from stored_file where case_id = $1 and state = 'ready'",
    values: [caseId],
  })
  return rows.map(({ id }) => id)
}
