import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { Instant } from '#domain/shared/instant.ts'
import type { QueueId } from '#domain/shared/service-id.ts'
import { queueOf } from '#domain/shared/service-id.ts'
import type { TimedCommand } from '#server/case/run-commands.ts'
import { runCommands } from '#server/case/run-commands.ts'
import { storeContent } from '#server/files/finish-upload.ts'
import type { Shell } from '#server/shell.ts'
import { demoPeople } from './people.ts'
import { ownRegions } from './regions.ts'
import type { Scan } from './sample-papers.ts'
import { drawScan, SCANS } from './sample-papers.ts'
import type { Story } from './story.ts'
import { tellAll } from './story-plan.ts'

const USUAL_COUNT = 1500
const MOST = 20_000

/** `SEED_CASES` asks for fewer or more: a test that wants one case of everything need not wait for a quarter of a year. */
function countAsked(asked = process.env['SEED_CASES']): number {
  const count = Number(asked ?? USUAL_COUNT)
  return Number.isInteger(count) && count >= 0 && count <= MOST ? count : USUAL_COUNT
}

const BATCH = 500

type StoredScan = Extract<Awaited<ReturnType<typeof storeContent>>, { ok: true }>['facts'] & {
  readonly sha256: string
  readonly bytes: number
}

/**
 * About 1,500 believable cases over the 90 days before the first start, made by the real writer and nothing else:
 * every command of a made-up life, at its own time, in batches. Called again after a kill it goes on where it was; the
 * same day of the first start tells the same stories, and a command that was done is not done twice.
 */
export async function seedCases(
  shell: Shell,
  say: (progress: string) => void,
  count = countAsked(),
): Promise<void> {
  const now = await firstStart(shell)
  const scans = await storeScans(shell)
  const people = demoPeople()
  const negeri = ownRegions().flatMap((region) => (region.code.length === 13 ? [region.code] : []))
  const facts = new Map([...scans].map(([scan, { sha256, mime, bytes }]) => [scan, { sha256, mime, bytes }]))
  const stories = [...tellAll({ count, now, people, negeri, scans: facts })].map(({ story }) => story)
  await storeFiles(shell, stories, scans)
  const queues = Map.groupBy(
    stories.filter((story) => story.commands.length > 0),
    ({ start }) => queueOf(start.negeri, start.service),
  )
  const total = stories.reduce((sum, story) => sum + story.commands.length, 0)
  const told = { count: 0, percent: 0 }
  const progress = (more: number) => {
    told.count += more
    const percent = Math.floor((told.count / total) * 10) * 10
    if (percent > told.percent) say(`contoh permohonan / sample cases: ${percent} %`)
    told.percent = Math.max(percent, told.percent)
  }
  await Promise.all([...queues].map(([queue, own]) => fillQueue(shell, queue, own, progress)))
}

/** The stories lead up to the first start, also when a second one has to finish them. */
async function firstStart(shell: Shell): Promise<Instant> {
  const now = shell.clock()
  const mark = { key: 'cases:now', value: now, at: new Date(now) }
  await shell.prisma.seedMark.createMany({ data: [mark], skipDuplicates: true })
  const kept = await shell.prisma.seedMark.findUniqueOrThrow({
    where: { key: mark.key },
    select: { value: true },
  })
  return z.number().parse(kept.value)
}

async function storeScans(shell: Shell): Promise<ReadonlyMap<Scan, StoredScan>> {
  const stored = new Map<Scan, StoredScan>()
  for (const scan of SCANS) {
    const bytes = await drawScan(scan)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const content = await storeContent(shell, bytes, sha256)
    if (!content.ok) throw new Error(`sample paper ${scan} refused: ${content.why}`)
    stored.set(scan, { ...content.facts, sha256, bytes: bytes.length })
  }
  return stored
}

/** One file of its own for every paper of every case, all of them sharing the content of a few. */
async function storeFiles(
  shell: Shell,
  stories: readonly Story[],
  scans: ReadonlyMap<Scan, StoredScan>,
): Promise<void> {
  for (const [scan, content] of scans) {
    const files = stories.flatMap(({ caseId, start, papers }) =>
      papers
        .filter((paper) => paper.scan === scan)
        .map(({ fileId, ownerId }) => ({ fileId, caseId, ownerId, at: start.at })),
    )
    const { mime, bytes, sha256, blobKey, viewKey, thumbKey, pageCount, width, height } = content
    // Thousands of rows: through the object mapper they would take longer than the cases of a whole kecamatan.
    await shell.pool.query(
      `insert into stored_file (id, case_id, owner_id, created_at, ready_at, attached_at, state, mime, bytes, sha256,
         blob_key, view_key, thumb_key, page_count, width, height)
       select f.id, f.case_id, f.owner_id, f.at, f.at, f.at, 'ready', $5, $6, $7, $8, $9, $10, $11, $12, $13
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) as f (id, case_id, owner_id, at)
       on conflict do nothing`,
      [
        files.map((file) => file.fileId),
        files.map((file) => file.caseId),
        files.map((file) => file.ownerId),
        files.map((file) => new Date(file.at)),
        mime,
        bytes,
        sha256,
        blobKey,
        viewKey,
        thumbKey,
        pageCount,
        width,
        height,
      ],
    )
  }
}

/** The commands of one queue in the order of their times, some hundreds to a transaction, each batch marked. */
async function fillQueue(
  shell: Shell,
  queue: QueueId,
  stories: readonly Story[],
  progress: (more: number) => void,
): Promise<void> {
  const commands = stories.flatMap((story) => story.commands).toSorted((one, other) => one.at - other.at)
  const key = `cases:${queue}`
  const mark = await shell.prisma.seedMark.findUnique({ where: { key }, select: { value: true } })
  let done = mark === null ? 0 : z.number().parse(mark.value)
  progress(done)
  while (done < commands.length) {
    const batch = commands.slice(done, done + BATCH)
    await fillBatch(shell, batch)
    done += batch.length
    const value = { value: done, at: new Date(shell.clock()) }
    await shell.prisma.seedMark.upsert({ where: { key }, create: { key, ...value }, update: value })
    progress(batch.length)
  }
}

async function fillBatch(shell: Shell, batch: readonly TimedCommand[]): Promise<void> {
  const answers = await runCommands(shell, batch)
  answers.forEach((answer, index) => {
    if (!answer.ok)
      throw new Error(
        `sample command refused: ${batch[index]?.envelope.command.type}, ${JSON.stringify(answer.refusal)}`,
      )
  })
}
