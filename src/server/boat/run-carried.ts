import * as z from 'zod/mini'
import type { Actor } from '#domain/access/actor.ts'
import type { CommandEnvelope } from '#domain/case/command.ts'
import type { CarriedPaperResult, CarriedResult } from '#domain/intake/boat/boat-receipt.ts'
import type { CarriedPaper, Manifest } from '#domain/intake/boat/manifest.ts'
import { Uuid } from '#domain/shared/id.ts'
import type { Origin } from '#server/audit/chain.ts'
import { acceptBatch } from '#server/outbox/accept-batch.ts'
import type { BoatShell } from './boat-shell.ts'
import type { Contents } from './receive-papers.ts'
import { receivePaper } from './receive-papers.ts'

export type Carried = {
  readonly commands: readonly CarriedResult[]
  readonly papers: CarriedPaperResult[]
}

/** Who wrote the file, with what is inside, and the way it came. */
export type Cargo = {
  readonly writer: Actor
  readonly manifest: Manifest
  readonly contents: Contents
  readonly origin: Origin
}

/**
 * Does what the officer asked for on the island, as that officer: by the very rules of an outbox that came over the
 * network, each photo put to its case just before the command that names it. Safe to repeat.
 */
export async function runCarried(shell: BoatShell, cargo: Cargo): Promise<Carried> {
  const { writer, manifest, origin } = cargo
  const waiting = new Map(manifest.papers.map((paper) => [paper.fileId, paper]))
  const papers: CarriedPaperResult[] = []
  const receive = async (paper: CarriedPaper): Promise<void> => {
    waiting.delete(paper.fileId)
    const { fileId, caseId, sha256 } = paper
    const why = await receivePaper(shell, writer, paper, cargo.contents)
    papers.push({ fileId, caseId, sha256, ...(why === undefined ? {} : { why }) })
  }
  const bringPaper = async ({ command }: CommandEnvelope): Promise<void> => {
    const paper = command.type === 'addPaper' ? waiting.get(command.fileId) : undefined
    if (paper !== undefined) await receive(paper)
  }
  const named = new Map(
    manifest.commands.flatMap((given) => {
      const { data } = Named.safeParse(given)
      return data === undefined ? [] : [[data.commandId, data.caseId] as const]
    }),
  )
  const before = await doneBefore(shell, [...named.keys()])
  const results = await acceptBatch(shell, writer, manifest.commands, origin, bringPaper)
  // Papers whose command went another way.
  for (const paper of waiting.values()) await receive(paper)
  const commands = results.map((result) => ({
    ...result,
    caseId: named.get(result.commandId) ?? result.commandId,
    ...(before.has(result.commandId) ? { before: true as const } : {}),
  }))
  return { commands, papers }
}

const Named = z.object({ commandId: Uuid, caseId: Uuid })

async function doneBefore(shell: BoatShell, commandIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await shell.pool.query<{ command_id: string }>(
    'select command_id from command_receipt where command_id = any($1::uuid[])',
    [commandIds],
  )
  return new Set(rows.map((row) => row.command_id))
}
