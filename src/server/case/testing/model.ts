import { createHash } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseEvent } from '#domain/case/case-event.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import { evolve } from '#domain/case/evolve.ts'
import type { Facts, FileFact } from '#domain/case/facts.ts'
import { DEFAULT_CASE_SETTINGS } from '#domain/case/facts.ts'
import { stamp } from '#domain/case/stamp.ts'
import { BANDA, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { personOf, visibleOf } from '#domain/case/visible.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'

export type Name = keyof typeof WHO

/** The same id for the same name, in the shape that a database knows. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The people of the story under ids that a database knows. One of them is no longer here. */
export const PEOPLE = Object.fromEntries(
  Object.entries(WHO).map(([name, actor]) => [name, { ...actor, id: idOf(name) }]),
) as unknown as { readonly [name in Name]: Actor }
export const GONE: Name = 'second'

/** What the rules alone say of the whole house: cases, uploads and the numbers that were given. */
export class Model {
  readonly files = new Map<string, CaseFile>()
  readonly events = new Map<string, CaseEvent[]>()
  readonly uploads = new Map<string, readonly FileFact[]>()
  /** Case numbers used up, by year: they outlive one model, as its queue does. */
  static readonly numbers = new Map<string, number>()

  decide(caseId: string, command: CaseCommand, actor: Actor, now: number) {
    const before = this.files.get(caseId)
    const facts = this.#facts(caseId, before, command, now)
    const answer = decide(before, command, actor, facts)
    if (!answer.ok) return answer
    const stamped = stamp(caseId, before?.version ?? 0, answer.events, personOf(actor), now)
    const after = stamped.reduce<CaseFile | undefined>(evolve, before)
    if (after === undefined) throw new Error('no case')
    this.files.set(caseId, after)
    this.events.set(caseId, [...(this.events.get(caseId) ?? []), ...stamped])
    const year = localDateInWit(now).slice(2, 4)
    const numbered = before?.number === undefined && after.number !== undefined
    if (numbered) Model.numbers.set(year, (Model.numbers.get(year) ?? 0) + 1)
    return { ok: true as const, after }
  }

  #facts(caseId: string, before: CaseFile | undefined, command: CaseCommand, now: number): Facts {
    const named = 'fileId' in command ? [command.fileId] : []
    const files = (this.uploads.get(caseId) ?? []).filter((one) => named.includes(one.fileId))
    const colleague = (id: string | undefined) => {
      const found = Object.entries(PEOPLE).find(
        ([name, one]) => one.id === id && name !== GONE && one.role !== 'SYSTEM',
      )?.[1]
      return found !== undefined && before !== undefined && maySee(found, visibleOf(before))
        ? personOf(found)
        : undefined
    }
    const names = command.type === 'reassign' || command.type === 'handOver'
    const person = colleague(names ? command.toPersonId : undefined)
    const desk = colleague(before?.returned?.by.id)
    const year = localDateInWit(now).slice(2, 4)
    return {
      now,
      number: `AL-${year}-${String((Model.numbers.get(year) ?? 0) + 1).padStart(5, '0')}`,
      knownNegeri: (code) => [SAPARUA, BANDA, '81.01.12.2012'].includes(code),
      settings: DEFAULT_CASE_SETTINGS,
      ...(files[0] === undefined ? {} : { file: files[0] }),
      files,
      ...(person === undefined ? {} : { person }),
      ...(desk === undefined ? {} : { desk }),
    }
  }
}
