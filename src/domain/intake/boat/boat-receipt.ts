import * as z from 'zod/mini'
import type { ItemResult } from '../outbox-wire.ts'
import { Uuid } from '#domain/shared/id.ts'
import { Instant } from '#domain/shared/instant.ts'

/** What one carried command came to: the very answer that it would have had over the network. */
export type CarriedResult = ItemResult & { readonly caseId: string; readonly before?: true }

const CarriedResult = z.looseObject({
  commandId: Uuid,
  caseId: Uuid,
  result: z.enum(['done', 'kept', 'refused', 'bad-input', 'too-old', 'waits', 'fault']),
})

const CarriedPaperResult = z.strictObject({
  fileId: Uuid,
  caseId: Uuid,
  sha256: z.string(),
  /** Left out: the Dinas has it, byte for byte. Else a `FileRefusalCode`. */
  why: z.optional(z.string()),
})
export type CarriedPaperResult = z.infer<typeof CarriedPaperResult>

/** What the Dinas answers a sealed file with, signed by it and readable by the device that wrote the file only. */
const ReceiptShape = z.strictObject({
  v: z.literal(1),
  exportId: Uuid,
  personId: Uuid,
  at: Instant,
  /** `declined`: a supervisor looked at it and did not let it in. */
  verdict: z.enum(['imported', 'declined']),
  reason: z.optional(z.string()),
  commands: z.array(CarriedResult),
  papers: z.array(CarriedPaperResult),
  visits: z.array(Uuid),
})
export type BoatReceipt = Omit<z.infer<typeof ReceiptShape>, 'commands'> & {
  readonly commands: readonly CarriedResult[]
}

/** Undefined: no receipt that this version knows. */
export function readReceipt(words: string): BoatReceipt | undefined {
  try {
    return ReceiptShape.parse(JSON.parse(words)) as unknown as BoatReceipt
  } catch {
    return undefined
  }
}

/** The figures that a carrier may know: how much was inside, and how much of it is at the Dinas. */
export type CarriedCounts = {
  readonly cases: number
  readonly commands: number
  readonly papers: number
  /** Of these: at the Dinas now, there before this file came, and not taken. */
  readonly done: number
  readonly before: number
  readonly refused: number
}

export function countsOf(receipt: Pick<BoatReceipt, 'commands' | 'papers'>): CarriedCounts {
  const { commands, papers } = receipt
  const done = commands.filter((one) => one.result === 'done' || one.result === 'kept').length
  return {
    cases: new Set(commands.map((one) => one.caseId)).size,
    commands: commands.length,
    papers: papers.length,
    done,
    before: commands.filter((one) => one.before === true).length,
    refused: commands.length - done,
  }
}
