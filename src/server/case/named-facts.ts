import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { Role } from '#domain/access/role.ts'
import type { CaseFile, Person } from '#domain/case/case-file.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Facts, FileFact } from '#domain/case/facts.ts'
import { OFFICE } from '#domain/case/mentions.ts'
import { workOf } from '#domain/case/take-work.ts'
import { visibleOf } from '#domain/case/visible.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import { movingElsewhere } from './moving-elsewhere.ts'
import { namedTwins } from './named-twins.ts'
import type { Queryable } from './rows.ts'

/** What a command (or the case it is about) names or adds to: uploads, people, other moves, likely doubles, drafts of one's own. */
export type NamedFacts = Pick<
  Facts,
  | 'twin'
  | 'unsettledTwins'
  | 'file'
  | 'files'
  | 'person'
  | 'desk'
  | 'openDrafts'
  | 'movingElsewhere'
  | 'mentioned'
>

const SENDS: ReadonlySet<CaseCommand['type']> = new Set(['submit', 'resubmit', 'repair'])
/** A taken proposal may be any act, also one that sends. */
const MAY_SEND: ReadonlySet<CaseCommand['type']> = new Set([...SENDS, 'takeWork'])

/** Commands that look at other cases: they stand in line for the queue, so that what they saw stays true. */
export function looksAtOthers(command: CaseCommand): boolean {
  return MAY_SEND.has(command.type)
}

/** Asks the database only when the command names something. Every named id is checked, not only the case's own. */
export async function namedFacts(
  db: Queryable,
  sealer: Sealer,
  actor: Actor,
  asked: CaseCommand,
  before: CaseFile | undefined,
): Promise<NamedFacts> {
  const command = workOf(asked, before)
  if (before === undefined)
    return command.type === 'create' ? { openDrafts: await countDrafts(db, actor.id) } : {}
  const moving = SENDS.has(command.type) ? await movingElsewhere(db, sealer, before) : []
  const fileIds = filesNamedBy(command)
  const personId = command.type === 'reassign' || command.type === 'handOver' ? command.toPersonId : undefined
  const deskId = command.type === 'resubmit' || command.type === 'repair' ? before.returned?.by.id : undefined
  const files = fileIds.length > 0 ? await readFiles(db, fileIds, before.id) : []
  const person = personId === undefined ? undefined : await readColleague(db, personId, before)
  const desk = deskId === undefined ? undefined : await readColleague(db, deskId, before)
  const called = 'mentions' in command ? (command.mentions ?? []).filter((id) => !id.startsWith(OFFICE)) : []
  const mentioned = called.length > 0 ? await readMentioned(db, called, before) : []
  const file = files.find((one) => one.fileId === fileIds[0])
  return {
    mentioned,
    ...(await namedTwins(db, sealer, actor, command, before)),
    ...(file ? { file } : {}),
    files,
    ...(person ? { person } : {}),
    ...(desk ? { desk } : {}),
    ...(moving.length > 0 ? { movingElsewhere: moving } : {}),
  }
}

/** Two at once may both be the last: the bound is against floods, not a promise to the piece. */
async function countDrafts(db: Queryable, ownerId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>({
    name: 'case-own-drafts',
    text: "select count(*)::int as n from case_file where open and owner_id = $1 and stage = 'DRAFT'",
    values: [ownerId],
  })
  return rows[0]?.n ?? 0
}

/** The uploads that a command puts to its case: a paper, a draft, signed documents. */
export function filesNamedBy(command: CaseCommand): readonly string[] {
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

/** Of the people whom a remark calls, those of the staff who may open this case. */
async function readMentioned(
  db: Queryable,
  ids: readonly string[],
  file: CaseFile,
): Promise<readonly string[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => readColleague(db, id, file)))
  return found.flatMap((person) => (person === undefined || person.role === 'CITIZEN' ? [] : [person.id]))
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
