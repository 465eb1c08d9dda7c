import { maySee } from '#domain/access/may-see.ts'
import { Role } from '#domain/access/role.ts'
import type { CaseFile, Person } from '#domain/case/case-file.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Facts, FileFact } from '#domain/case/facts.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { Queryable } from './rows.ts'

/** The uploads and people that a command (or the case it is about) names, as far as they may be used for it. */
export type NamedFacts = Pick<Facts, 'file' | 'files' | 'person' | 'desk'>

/** Asks the database only when the command names something. Every named id is checked, not only the case's own. */
export async function namedFacts(
  db: Queryable,
  command: CaseCommand,
  before: CaseFile | undefined,
): Promise<NamedFacts> {
  if (before === undefined) return {}
  const fileIds = filesNamedBy(command)
  const personId = command.type === 'reassign' ? command.toPersonId : undefined
  const deskId = command.type === 'resubmit' || command.type === 'repair' ? before.returned?.by.id : undefined
  const files = fileIds.length > 0 ? await readFiles(db, fileIds, before.id) : []
  const person = personId === undefined ? undefined : await readColleague(db, personId, before)
  const desk = deskId === undefined ? undefined : await readColleague(db, deskId, before)
  const file = files.find((one) => one.fileId === fileIds[0])
  return { ...(file ? { file } : {}), files, ...(person ? { person } : {}), ...(desk ? { desk } : {}) }
}

function filesNamedBy(command: CaseCommand): readonly string[] {
  if (command.type === 'addPaper') return [command.fileId]
  const files =
    command.type === 'proposeDraft'
      ? [command.file]
      : command.type === 'recordSigned'
        ? command.documents.map((document) => document.file)
        : []
  return files.flatMap((file) => (file ? [file.fileId] : []))
}

/** Finished uploads that were made for this very case. */
async function readFiles(
  db: Queryable,
  ids: readonly string[],
  caseId: string,
): Promise<readonly FileFact[]> {
  const { rows } = await db.query<FileFact>({
    name: 'case-named-files',
    text: `select id as "fileId", sha256, mime, bytes::float8 as bytes from stored_file
           where id = any($1::uuid[]) and case_id = $2 and state = 'ready' and sha256 is not null and mime is not null`,
    values: [ids, caseId],
  })
  return rows
}

type PersonRow = { id: string; name: string; role: string; areas: string[]; services: string[] }

/** A person who is still here and may open this case; anyone else is as good as unknown. */
async function readColleague(db: Queryable, id: string, file: CaseFile): Promise<Person | undefined> {
  const { rows } = await db.query<PersonRow>({
    name: 'case-named-person',
    text: 'select id, name, role, areas, services from person where id::text = $1 and disabled_at is null',
    values: [id],
  })
  const [found] = rows
  if (!found) return undefined
  const role = Role.parse(found.role)
  const services = found.services.map((service) => ServiceId.parse(service))
  const actor = { id: found.id, name: found.name, role, areas: found.areas, services }
  return maySee(actor, visibleOf(file)) ? { id: found.id, name: found.name, role } : undefined
}
