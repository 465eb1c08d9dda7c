import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import { Instant } from '#domain/shared/instant.ts'
import { PAPER_FILE_LIMIT } from '../paper-file.ts'

/** What one sealed file may hold. A day of *jemput bola* is some 100 cases and 600 photos: a third of this. */
export const CONSIGNMENT_LIMIT = {
  bytes: 512 * 1024 * 1024,
  manifestBytes: 16 * 1024 * 1024,
  commands: 5_000,
  papers: 2_000,
  visits: 50,
} as const

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const AgeRecipient = z.string().check(z.regex(/^age1[0-9a-z]{20,200}$/))

const CarriedPaper = z.strictObject({
  /** The id under which `addPaper` names it: made by the device, so both ways to the Dinas end in one file. */
  fileId: Uuid,
  caseId: Uuid,
  sha256: Sha256,
  bytes: z.number().check(z.int(), z.gte(1), z.lte(PAPER_FILE_LIMIT.bytes)),
})
export type CarriedPaper = z.infer<typeof CarriedPaper>

/**
 * The signed head of a sealed file: who wrote it on which device, for which Dinas, and everything inside with its
 * hash. Commands are judged one by one later, so that one that is not understood does not lose the others.
 */
export const Manifest = z.strictObject({
  v: z.literal(1),
  exportId: Uuid,
  personId: Uuid,
  /** SHA-256 of the device's public key: which registered key made the signature. */
  deviceKeyId: Sha256,
  /** The Dinas it was sealed to; another cannot be given this file as its own. */
  to: AgeRecipient,
  /** The receipt is sealed to this key, which only the device has. */
  replyTo: AgeRecipient,
  madeAt: Instant,
  /** The shape of the commands (`OUTBOX_SCHEMA`): earlier ones are accepted for 90 days, as over the network. */
  schema: z.number(),
  /** In the order of each case. */
  commands: z.array(z.unknown()).check(z.maxLength(CONSIGNMENT_LIMIT.commands)),
  papers: z.array(CarriedPaper).check(z.maxLength(CONSIGNMENT_LIMIT.papers)),
  /** Days of *jemput bola*, with their lists. */
  visits: z.array(z.unknown()).check(z.maxLength(CONSIGNMENT_LIMIT.visits)),
})
export type Manifest = z.infer<typeof Manifest>

/** One content of a sealed file: papers of several cases may share it. */
export type Content = { readonly sha256: string; readonly bytes: number }

/** The contents in the order in which they lie in the file: each once, where it is first named. */
export function contentsOf(manifest: Pick<Manifest, 'papers'>): readonly Content[] {
  const found = new Map<string, Content>()
  for (const { sha256, bytes } of manifest.papers)
    if (!found.has(sha256)) found.set(sha256, { sha256, bytes })
  return [...found.values()]
}

const OUTER_BYTES = 400
const CHUNK = 64 * 1024
const TAG = 16

/** How large the sealed file will be, for the words beside the button: known before a byte is made. */
export function sealedSize(manifestBytes: number, contents: readonly Content[]): number {
  const plain = contents.reduce((sum, one) => sum + one.bytes, manifestBytes + 100)
  return plain + OUTER_BYTES + TAG * Math.ceil(plain / CHUNK)
}
