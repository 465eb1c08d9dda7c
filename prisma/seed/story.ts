import { createHash } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import { evolve } from '#domain/case/evolve.ts'
import type { Facts, FileFact } from '#domain/case/facts.ts'
import { DEFAULT_CASE_SETTINGS } from '#domain/case/facts.ts'
import type { Stage } from '#domain/case/stage.ts'
import { stamp } from '#domain/case/stamp.ts'
import { personOf } from '#domain/case/visible.ts'
import type { Instant } from '#domain/shared/instant.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { pick } from '#domain/service/samples/sample-person.ts'
import type { TimedCommand } from '#server/case/run-commands.ts'
import { addOfficeMinutes } from './office-hours.ts'
import type { Scan } from './sample-papers.ts'
import type { Cast } from './story-cast.ts'

/** A paper that a story puts to its case: the same few scans, under an id of their own in each case. */
export type StoryPaper = { readonly fileId: string; readonly scan: Scan; readonly ownerId: string }

/** One thing that somebody does. `after`: open office minutes since the last one; `at`: or a moment of its own. */
export type Beat = {
  readonly by: Actor
  readonly does: CaseCommand
  readonly after?: number
  readonly at?: Instant
  readonly files?: readonly FileFact[]
  readonly desk?: Actor
  readonly person?: Actor
}

export type StoryStart = {
  readonly index: number
  readonly service: ServiceId
  readonly kind: string
  readonly variant: string
  readonly negeri: RegionCode
  readonly at: Instant
  /** The story goes no further than this stage. */
  readonly stopAt?: Stage
  readonly random: () => number
}

/** How the writer finds the scans: what each is, once stored. */
export type Scans = ReadonlyMap<Scan, Omit<FileFact, 'fileId'>>

/**
 * The life of one made-up case. A plot yields beats, the rules decide each of them as they would for a person, and the
 * story ends when its plot does, when its stage is reached, or when the next beat lies after `now`.
 */
export class Story {
  readonly start: StoryStart
  readonly cast: Cast
  readonly scans: Scans
  readonly caseId: string
  readonly commands: TimedCommand[] = []
  readonly papers: StoryPaper[] = []
  now: Instant
  #file: CaseFile | undefined
  #ids = 0

  constructor(start: StoryStart, cast: Cast, scans: Scans) {
    this.start = start
    this.cast = cast
    this.scans = scans
    this.now = start.at
    this.caseId = this.nextId()
  }

  get file(): CaseFile {
    if (this.#file === undefined) throw new Error('The story has no case yet')
    return this.#file
  }

  get random(): () => number {
    return this.start.random
  }

  /** Open office minutes around `usual`, often less, sometimes a lot more. */
  wait(usual: number): number {
    return Math.min(-Math.log(1 - this.random()) * usual, usual * 6) + 1
  }

  chance(share: number): boolean {
    return this.random() < share
  }

  pick<Item>(items: readonly Item[]): Item {
    return pick(this.random, items)
  }

  nextId(): string {
    this.#ids += 1
    const hex = createHash('sha256').update(`satu-antrean ${this.start.index} ${this.#ids}`).digest('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

  /** A scan under a new id, to be put to this case. */
  paper(scan: Scan, by: Actor): FileFact {
    const stored = this.scans.get(scan)
    if (stored === undefined) throw new Error(`No scan ${scan}`)
    const fileId = this.nextId()
    this.papers.push({ fileId, scan, ownerId: by.id })
    return { fileId, ...stored }
  }

  tell(plot: Generator<Beat, unknown, undefined>, until: Instant): this {
    for (let told = plot.next(); told.done !== true; told = plot.next()) {
      if (!this.#happens(told.value, until)) return this
    }
    return this
  }

  #happens(beat: Beat, until: Instant): boolean {
    const { stopAt } = this.start
    if (stopAt !== undefined && this.#file?.stage === stopAt && movesOn(beat.does)) return false
    const at = beat.at ?? addOfficeMinutes(this.now, beat.after ?? 0)
    if (at >= until) return false
    this.now = Math.round(Math.max(at, this.now + 1))
    const answer = decide(this.#file, beat.does, beat.by, this.#factsOf(beat))
    if (!answer.ok) {
      throw new Error(
        `Story ${this.start.index}: ${beat.does.type} refused, ${JSON.stringify(answer.refusal)}`,
      )
    }
    const events = stamp(this.caseId, this.#file?.version ?? 0, answer.events, personOf(beat.by), this.now)
    this.#file = events.reduce<CaseFile | undefined>(evolve, this.#file)
    const envelope = { commandId: this.nextId(), caseId: this.caseId, seenVersion: 0, command: beat.does }
    this.commands.push({ actor: beat.by, envelope, at: this.now, origin: { address: '', device: 'contoh' } })
    return true
  }

  #factsOf(beat: Beat): Facts {
    const [file] = beat.files ?? []
    return {
      now: this.now,
      number: 'contoh',
      knownNegeri: () => true,
      settings: DEFAULT_CASE_SETTINGS,
      ...(file === undefined ? {} : { file, files: beat.files ?? [] }),
      ...(beat.desk === undefined ? {} : { desk: personOf(beat.desk) }),
      ...(beat.person === undefined ? {} : { person: personOf(beat.person) }),
    }
  }
}

/** What still happens to a case that waits where its story ends: nothing that would lead it on. */
function movesOn(command: CaseCommand): boolean {
  return command.type !== 'checkItem' && command.type !== 'writeNote' && command.type !== 'escalate'
}
