import { createHash } from 'node:crypto'
import type { Answers } from '#domain/service/answers.ts'
import { filesOf } from '#server/files/files-shell.ts'
import { loadCase, loadEvents } from '#server/case/load-case.ts'
import type { Shell } from '#server/shell.ts'

/** What one officer did to one case, as far as it was on the device's disk. */
export type Expected = {
  readonly answers: Answers
  readonly notes: Set<string>
  readonly papers: Map<string, { readonly sha256: string; readonly ruleId: string }>
  readonly submitted: boolean
}

/** Everything in which the house differs from what was done on the device: lost, doubled, altered, or still waiting. */
export async function findWrong(
  shell: Shell,
  expected: ReadonlyMap<string, Expected>,
  left: readonly string[],
): Promise<readonly string[]> {
  const wrong = [...left]
  for (const [caseId, one] of expected) wrong.push(...(await wrongIn(shell, caseId, one)))
  return wrong
}

async function wrongIn(shell: Shell, caseId: string, expected: Expected): Promise<readonly string[]> {
  const file = await loadCase(shell, caseId)
  if (file === undefined) return [`case ${caseId} is lost`]
  const events = await loadEvents(shell, caseId)
  const wrong: string[] = []
  const count = (type: string) => events.filter((event) => event.type === type).length
  if (count('DraftCreated') !== 1) wrong.push(`case ${caseId} was created ${count('DraftCreated')} times`)
  if (count('Submitted') !== (expected.submitted ? 1 : 0))
    wrong.push(
      `case ${caseId} was handed in ${count('Submitted')} times, ${expected.submitted ? 1 : 0} meant`,
    )
  if (file.conflicts.length > 0) wrong.push(`case ${caseId} has a conflict with itself`)
  for (const [field, value] of Object.entries(expected.answers))
    if (JSON.stringify(file.answers[field]) !== JSON.stringify(value))
      wrong.push(
        `case ${caseId}: ${field} is ${JSON.stringify(file.answers[field])}, not ${JSON.stringify(value)}`,
      )
  for (const noteId of expected.notes) {
    const times = events.filter((event) => event.type === 'NoteWritten' && event.noteId === noteId).length
    if (times !== 1) wrong.push(`note ${noteId} stands ${times} times`)
  }
  if (file.notes.length !== expected.notes.size)
    wrong.push(`case ${caseId} has ${file.notes.length} notes, ${expected.notes.size} meant`)
  return [...wrong, ...(await wrongPapers(shell, file.papers, events, expected))]
}

type Papers = NonNullable<Awaited<ReturnType<typeof loadCase>>>['papers']
type Events = Awaited<ReturnType<typeof loadEvents>>

async function wrongPapers(
  shell: Shell,
  papers: Papers,
  events: Events,
  expected: Expected,
): Promise<readonly string[]> {
  const wrong: string[] = []
  const { blobs } = filesOf(shell)
  for (const [paperId, { sha256 }] of expected.papers) {
    const times = events.filter((event) => event.type === 'PaperAdded' && event.fileId === paperId).length
    if (times !== 1) wrong.push(`paper ${paperId} was added ${times} times`)
    const held = papers.find((paper) => paper.fileId === paperId)
    if (held?.sha256 !== sha256) wrong.push(`paper ${paperId} has the hash ${held?.sha256}, not ${sha256}`)
    const row = await shell.prisma.storedFile.findUnique({ where: { id: paperId } })
    if (row?.blobKey == null) {
      wrong.push(`paper ${paperId} has no content`)
      continue
    }
    const content = createHash('sha256')
    for await (const piece of blobs.read(row.blobKey)) content.update(piece as Uint8Array)
    if (content.digest('hex') !== sha256) wrong.push(`the content of paper ${paperId} is another`)
  }
  if (papers.length !== expected.papers.size)
    wrong.push(`${papers.length} papers lie there, ${expected.papers.size} meant`)
  return wrong
}
