import * as z from 'zod/mini'

/** What can be wrong with a photo of a paper, the gravest first: one hint is shown at a time. */
export const PAPER_FAULTS = ['cutOff', 'dark', 'glare', 'blurred', 'tooSmall', 'turned', 'tilted'] as const
export type PaperFault = (typeof PAPER_FAULTS)[number]

/** Why a photo that was found wanting is used all the same. */
export const OVERRIDE_REASONS = [
  'paperItself',
  'noLight',
  'camera',
  'mustLeave',
  'readable',
  'other',
] as const
export type OverrideReason = (typeof OVERRIDE_REASONS)[number]

/** The reason in code, so that it can be counted, and in words. `other` is asked for words by the screen. */
export const PaperOverride = z.strictObject({
  reason: z.enum(OVERRIDE_REASONS),
  words: z.optional(z.string().check(z.trim(), z.maxLength(300))),
})
export type PaperOverride = z.infer<typeof PaperOverride>

/**
 * What the device found when it looked at a photo, before it was saved; it travels with the photo to the Dinas.
 * No faults: legible. `judge` is the edition of the thresholds that judged. A paper without a verdict was not judged:
 * a PDF, a device that cannot, or a paper from before there was a judge.
 */
export const PaperVerdict = z.strictObject({
  judge: z.number().check(z.int(), z.gte(1), z.lte(999)),
  /** `strength` 1 (just noticed) to 100 (nothing can be read). */
  faults: z
    .array(
      z.strictObject({
        fault: z.enum(PAPER_FAULTS),
        strength: z.number().check(z.int(), z.gte(1), z.lte(100)),
      }),
    )
    .check(z.maxLength(PAPER_FAULTS.length)),
  /** Why it was used in spite of its faults. */
  override: z.optional(PaperOverride),
})
export type PaperVerdict = z.infer<typeof PaperVerdict>
