import type { Beat, Story } from './story.ts'
import {
  accepting,
  confirming,
  delivering,
  entering,
  filing,
  forwarding,
  reviewing,
  signing,
  submitting,
  validating,
  verifying,
} from './story-steps.ts'

/** From the first question to a case that the negeri has looked through. */
export function* toNegeri(story: Story): Generator<Beat, void, undefined> {
  yield* filing(story)
  yield* submitting(story)
  yield* reviewing(story)
}

export function* toDinas(story: Story): Generator<Beat, void, undefined> {
  yield* toNegeri(story)
  yield* forwarding(story)
  yield* verifying(story)
}

export function* toDraft(story: Story): Generator<Beat, void, undefined> {
  yield* accepting(story)
  yield* entering(story)
  yield* validating(story)
}

export function* toEnd(story: Story): Generator<Beat, void, undefined> {
  yield* signing(story)
  yield* delivering(story)
  yield* confirming(story)
}
