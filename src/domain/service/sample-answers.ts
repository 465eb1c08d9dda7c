import type { Answers } from './answers.ts'
import { BIRTH_FOUNDLING_SAMPLES, BIRTH_REGULAR_SAMPLES } from './samples/birth-samples.ts'
import {
  KK_CHANGE_ELEMENT_SAMPLES,
  KK_CHANGE_EVENT_SAMPLES,
  KK_DAMAGED_SAMPLES,
  KK_JOIN_SAMPLES,
  KK_LOST_SAMPLES,
} from './samples/kk-change-samples.ts'
import {
  KK_NEW_HEAD_SAMPLES,
  KK_NEW_MARRIAGE_SAMPLES,
  KK_NEW_SPLIT_SAMPLES,
} from './samples/kk-new-samples.ts'
import {
  KK_NEW_ARRIVAL_SAMPLES,
  KK_NEW_RETURN_SAMPLES,
  KK_NEW_VULNERABLE_SAMPLES,
} from './samples/kk-arrival-samples.ts'
import { MOVE_OUT_SAMPLES, MOVE_WITHIN_SAMPLES } from './samples/move-samples.ts'
import type { SampleContext } from './samples/sample-person.ts'
import type { Sample } from './samples/sample.ts'

const SAMPLES: Readonly<Record<string, Readonly<Record<string, Sample>>>> = {
  KK_NEW_MARRIAGE: KK_NEW_MARRIAGE_SAMPLES,
  KK_NEW_HEAD: KK_NEW_HEAD_SAMPLES,
  KK_NEW_SPLIT: KK_NEW_SPLIT_SAMPLES,
  KK_NEW_ARRIVAL: KK_NEW_ARRIVAL_SAMPLES,
  KK_NEW_RETURN: KK_NEW_RETURN_SAMPLES,
  KK_NEW_VULNERABLE: KK_NEW_VULNERABLE_SAMPLES,
  KK_JOIN: KK_JOIN_SAMPLES,
  KK_CHANGE_EVENT: KK_CHANGE_EVENT_SAMPLES,
  KK_CHANGE_ELEMENT: KK_CHANGE_ELEMENT_SAMPLES,
  KK_LOST: KK_LOST_SAMPLES,
  KK_DAMAGED: KK_DAMAGED_SAMPLES,
  BIRTH_REGULAR: BIRTH_REGULAR_SAMPLES,
  BIRTH_FOUNDLING: BIRTH_FOUNDLING_SAMPLES,
  MOVE_OUT: MOVE_OUT_SAMPLES,
  MOVE_WITHIN: MOVE_WITHIN_SAMPLES,
}

/** The situations of a kind that there are made-up answers for; the plainest one first. */
export function sampleVariants(kindId: string): readonly string[] {
  return Object.keys(SAMPLES[kindId] ?? {})
}

/**
 * Made-up, valid answers of one situation, for tests and the demo: the same random function and day give the same
 * people. No NIK or No. KK in them was ever issued on purpose; their serials start at 9000.
 */
export function sampleAnswers(kindId: string, variant: string, context: SampleContext): Answers {
  const sample = SAMPLES[kindId]?.[variant]
  if (sample === undefined) throw new Error(`No sample ${kindId}/${variant}`)
  return sample(context)
}
