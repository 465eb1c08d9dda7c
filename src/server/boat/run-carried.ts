import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import { CommandEnvelope } from '#domain/case/command.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import type { CarriedPaperResult, CarriedResult } from '#domain/intake/boat/boat-receipt.ts'
import type { CarriedPaper, Manifest } from '#domain/intake/boat/manifest.ts'
import { Uuid } from '#domain/shared/id.ts'
import type { Origin } from '#server/audit/chain.ts'
import { loadCase } from '#server/case/load-case.ts'
import { runCommand } from '#server/case/run-command.ts'
import type { BoatShell } from './boat-shell.ts'
import type { Contents } from './receive-papers.ts'
import { receivePaper } from './receive-papers.ts'

export type Carried = {
  readonly commands: CarriedResult[]
  readonly papers: CarriedPaperResult[]
}

/** Who wrote the file, with what is inside, and the way it came. */
export type Cargo = {
  readonly writer: Actor
  readonly manifest: Manifest
  readonly contents: Contents
  readonly origin: Origin
}

/** Refusals that are no failure: what was asked for is so already. */
const SO_ALREADY: ReadonlySet<Refusal['why']> = new Set(['nothing-changes', 'already-exists'])

/**
 * Does what the officer asked for on the island, as that officer, through the one writer: case by case, in the order
 * of the phone. A refusal stops its own case and no other. Safe to repeat: a command knows that it was done.
 */
export async function runCarried(shell: BoatShell, cargo: Cargo): Promise<Carried> {
  const { writer, manifest } = cargo
  const waiting = new Map(manifest.papers.map((paper) => [paper.fileId, paper]))
  const papers: CarriedPaperResult[] = []
  const receive = async (paper: CarriedPaper): Promise<void> => {
    waiting.delete(paper.fileId)
    const { fileId, caseId, sha256 } = paper
    const why = await receivePaper(shell, writer, paper, cargo.contents)
    papers.push({ fileId, caseId, sha256, ...(why === undefined ? {} : { why }) })
  }
  const results = new Map<number, CarriedResult>()
  for (const lane of lanesOf(manifest)) {
    let stopped = false
    for (const { index, envelope } of lane) {
      const { command } = envelope
      const paper = command.type === 'addPaper' ? waiting.get(command.fileId) : undefined
      const result: CarriedResult = stopped
        ? { commandId: envelope.commandId, caseId: envelope.caseId, result: 'waits' }
        : await runOne(shell, cargo, envelope, paper, receive)
      results.set(index, result)
      stopped ||= result.result === 'refused'
    }
  }
  // Papers whose command went another way, or was answered before.
  for (const paper of waiting.values()) await receive(paper)
  return {
    commands: manifest.commands.flatMap((given, index) => results.get(index) ?? unread(given) ?? []),
    papers,
  }
}

async function runOne(
  shell: BoatShell,
  { writer, origin }: Cargo,
  envelope: CommandEnvelope,
  paper: CarriedPaper | undefined,
  receive: (paper: CarriedPaper) => Promise<void>,
): Promise<CarriedResult> {
  const { commandId, caseId, command } = envelope
  const about = { commandId, caseId }
  if (paper !== undefined) {
    const before = await loadCase(shell, caseId)
    // The same photo came over the network meanwhile, under another name.
    const twin = before?.papers.find(
      (one) =>
        one.sha256 === paper.sha256 &&
        one.fileId !== paper.fileId &&
        command.type === 'addPaper' &&
        one.ruleId === command.ruleId,
    )
    if (before !== undefined && twin !== undefined) {
      const { version, number = null } = before
      return { ...about, result: 'done', version, number, sha256: twin.sha256, before: true }
    }
    await receive(paper)
  }
  const answer = await runCommand(shell, writer, envelope, origin)
  const sum = paper === undefined ? {} : { sha256: paper.sha256 }
  if (answer.ok) {
    const { version, number } = answer.row
    return { ...about, result: 'done', version, number, ...sum, ...(answer.repeated ? { before: true } : {}) }
  }
  if (!SO_ALREADY.has(answer.refusal.why)) return { ...about, result: 'refused', refusal: answer.refusal }
  const now = await loadCase(shell, caseId)
  return {
    ...about,
    result: 'done',
    version: now?.version ?? 0,
    number: now?.number ?? null,
    ...sum,
    before: true,
  }
}

type Numbered = { readonly index: number; readonly envelope: CommandEnvelope }

/** The commands that are understood, by case, each in its order. */
function lanesOf(manifest: Manifest): readonly (readonly Numbered[])[] {
  const lanes = new Map<string, Numbered[]>()
  const seen = new Set<string>()
  manifest.commands.forEach((given, index) => {
    const read = CommandEnvelope.safeParse(given)
    if (!read.success || seen.has(read.data.commandId)) return
    seen.add(read.data.commandId)
    const lane = lanes.get(read.data.caseId) ?? []
    lane.push({ index, envelope: read.data })
    lanes.set(read.data.caseId, lane)
  })
  return [...lanes.values()]
}

const Named = z.object({ commandId: Uuid, caseId: Uuid })

/** Not understood, but it has a name, so the phone can be told. Asked twice, it was answered where it stood first. */
function unread(given: unknown): CarriedResult | undefined {
  const named = Named.safeParse(given)
  if (!named.success || CommandEnvelope.safeParse(given).success) return undefined
  return { ...named.data, result: 'bad-input' }
}
