import type { NoteSide } from '#domain/case/case-note.ts'
import type { Visible } from '#domain/access/may-see.ts'
import type { Queryable } from '#server/case/rows.ts'

export type NoteState = { readonly visible: Visible; readonly seq: { readonly [Side in NoteSide]: number } }

/** Of cases whose notes are open: who may see them now, and how far their notes have come. */
export async function readNoteStates(
  db: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, NoteState>> {
  const { rows } = await db.query<
    Visible & { readonly id: string; readonly staff: number; readonly applicant: number }
  >({
    name: 'note-states',
    text: `select c.id, c.service, c.negeri, c.submitted, c.owner_id as "ownerId",
             coalesce(max(n.seq) filter (where n.side = 'staff'), 0)::float8 as staff,
             coalesce(max(n.seq) filter (where n.side = 'applicant'), 0)::float8 as applicant
           from case_file c left join case_note n on n.case_id = c.id where c.id = any($1::uuid[]) group by c.id`,
    values: [caseIds],
  })
  return new Map(
    rows.map(({ id, staff, applicant, ...visible }) => [id, { visible, seq: { staff, applicant } }]),
  )
}
