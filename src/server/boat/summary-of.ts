import { CommandEnvelope } from '#domain/case/command.ts'
import type { Manifest } from '#domain/intake/boat/manifest.ts'

/** What a supervisor is told of a file that waits: how much, of what kinds, from when. Nobody's name. */
export type ConsignmentSummary = {
  readonly madeAt: number
  readonly cases: number
  readonly commands: number
  readonly papers: number
  /** New applications, by kind. */
  readonly kinds: { readonly [kind: string]: number }
}

export function summaryOf(manifest: Manifest): ConsignmentSummary {
  const cases = new Set<string>()
  const kinds: Record<string, number> = {}
  for (const given of manifest.commands) {
    const { data } = CommandEnvelope.safeParse(given)
    if (data === undefined) continue
    cases.add(data.caseId)
    if (data.command.type !== 'create') continue
    const name = `${data.command.service}/${data.command.kind}`
    kinds[name] = (kinds[name] ?? 0) + 1
  }
  const { madeAt, commands, papers } = manifest
  return { madeAt, cases: cases.size, commands: commands.length, papers: papers.length, kinds }
}
