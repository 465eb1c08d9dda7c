import { addDays, localDateInWit } from '#domain/shared/local-date.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import type { Beat, Story } from './story.ts'
import {
  CANCEL_REASONS,
  COMPLAINT_ROUTE,
  ERRORS_FOUND,
  faultsFor,
  HOLD_REASONS,
  REJECTIONS,
  SEND_BACK_REASONS,
} from './story-faults.ts'
import {
  accepting,
  checking,
  entering,
  filer,
  filing,
  forwarding,
  mending,
  reviewer,
  submitting,
  taking,
  validating,
  verifying,
} from './story-steps.ts'
import { toDinas, toDraft, toEnd, toNegeri } from './story-ways.ts'

export type Plot = (story: Story) => Generator<Beat, void, undefined>

/** Returned by the operator, mended by the negeri (or by the applicant, when they have an account). */
function* returnOnce(story: Story): Generator<Beat, void, undefined> {
  const { cast } = story
  const faults = faultsFor(story.file, story.random)
  const own = cast.citizen !== undefined && story.chance(0.5)
  const type = own ? 'returnToApplicant' : 'returnToNegeri'
  yield { by: cast.operator, after: 2, does: { type, faults: faults.map(({ fault }) => fault) } }
  yield* mending(story, own ? filer(story) : cast.officer, faults, cast.operator)
  yield* checking(story, cast.operator)
}

const straight: Plot = function* (story) {
  yield* toDinas(story)
  yield* toDraft(story)
  yield* toEnd(story)
}

const returned: Plot = function* (story) {
  yield* toDinas(story)
  yield* returnOnce(story)
  if (story.chance(0.25)) yield* returnOnce(story)
  yield* toDraft(story)
  yield* toEnd(story)
}

const returnedByNegeri: Plot = function* (story) {
  yield* toNegeri(story)
  const by = reviewer(story)
  const faults = faultsFor(story.file, story.random)
  yield { by, after: 2, does: { type: 'returnToApplicant', faults: faults.map(({ fault }) => fault) } }
  yield* mending(story, filer(story), faults, by)
  yield* checking(story, by)
  yield* forwarding(story)
  yield* verifying(story)
  yield* toDraft(story)
  yield* toEnd(story)
}

/** The negeri passes on what the Dinas returned, because only the family can mend it. */
const passedOn: Plot = function* (story) {
  const { cast } = story
  yield* toDinas(story)
  const faults = faultsFor(story.file, story.random)
  yield {
    by: cast.operator,
    after: 2,
    does: { type: 'returnToNegeri', faults: faults.map(({ fault }) => fault) },
  }
  yield { by: cast.officer, after: story.wait(120), does: { type: 'passOn' } }
  yield* mending(story, filer(story), faults, cast.operator)
  yield* checking(story, cast.operator)
  yield* toDraft(story)
  yield* toEnd(story)
}

const sentBack: Plot = function* (story) {
  yield* toDinas(story)
  yield* toDraft(story)
  yield {
    by: story.cast.verifier,
    after: 4,
    does: { type: 'sendBack', reason: story.pick(SEND_BACK_REASONS) },
  }
  yield* taking(story, story.cast.operator, 60)
  yield* entering(story)
  yield* validating(story)
  yield* toEnd(story)
}

const autoForwarded: Plot = function* (story) {
  yield* filing(story)
  yield* submitting(story)
  const reason = 'Belum diperiksa negeri setelah satu hari kerja'
  yield { by: story.cast.system, after: 450, does: { type: 'autoForward', reason } }
  yield* verifying(story)
  yield* toDraft(story)
  yield* toEnd(story)
}

const held: Plot = function* (story) {
  const { supervisor } = story.cast
  yield* toDinas(story)
  yield* accepting(story)
  const expectedOn = addDays(localDateInWit(story.now), 3)
  yield { by: supervisor, after: 20, does: { type: 'hold', reason: story.pick(HOLD_REASONS), expectedOn } }
  yield {
    by: supervisor,
    after: story.wait(500),
    does: { type: 'resume', reason: 'Gangguan sudah selesai.' },
  }
  yield* taking(story, story.cast.operator, 40)
  yield* entering(story)
  yield* validating(story)
  yield* toEnd(story)
}

const reassigned: Plot = function* (story) {
  const { supervisor, operator, otherOperator } = story.cast
  yield* toDinas(story)
  yield* accepting(story)
  if (operator.id !== otherOperator.id) {
    const reason = 'Antrean petugas sebelumnya terlalu panjang.'
    yield {
      by: supervisor,
      after: story.wait(60),
      person: otherOperator,
      does: { type: 'reassign', toPersonId: otherOperator.id, reason },
    }
    yield { by: otherOperator, after: 10, does: { type: 'release' } }
    yield* taking(story, operator, 30)
  }
  yield* entering(story)
  yield* validating(story)
  yield* toEnd(story)
}

const corrected: Plot = function* (story) {
  const { operator, officer } = story.cast
  yield* straight(story)
  yield { by: officer, after: story.wait(300), does: { type: 'reportError', what: story.pick(ERRORS_FOUND) } }
  yield* taking(story, operator, 60)
  yield* entering(story)
  yield* validating(story)
  yield* toEnd(story)
}

const rejected: Plot = function* (story) {
  const { verifier, supervisor } = story.cast
  yield* toDinas(story)
  const { code, ground } = story.pick(REJECTIONS)
  yield {
    by: verifier,
    after: story.wait(40),
    does: { type: 'reject', code, ground, route: COMPLAINT_ROUTE },
  }
  yield { by: supervisor, after: story.wait(200), does: { type: 'confirmRejection' } }
}

const cancelled: Plot = function* (story) {
  yield* (story.chance(0.5) ? toNegeri : toDinas)(story)
  const statement = 'Surat pernyataan pemohon ada di kantor negeri.'
  yield {
    by: story.cast.officer,
    after: story.wait(200),
    does: { type: 'cancel', reason: story.pick(CANCEL_REASONS), statement },
  }
}

/** Returned, and nobody ever answered. */
const expired: Plot = function* (story) {
  yield* toDinas(story)
  const faults = faultsFor(story.file, story.random).map(({ fault }) => fault)
  yield { by: story.cast.operator, after: 3, does: { type: 'returnToNegeri', faults } }
  yield { by: story.cast.system, at: story.now + 31 * DAY_MS, does: { type: 'expire' } }
}

const discarded: Plot = function* (story) {
  yield* filing(story)
  yield { by: filer(story), after: story.wait(100), does: { type: 'discard' } }
}

/** Left lying as a draft. */
const draft: Plot = function* (story) {
  yield* filing(story)
}

export const PLOT = {
  straight,
  returned,
  returnedByNegeri,
  passedOn,
  sentBack,
  autoForwarded,
  held,
  reassigned,
  corrected,
  rejected,
  cancelled,
  expired,
  discarded,
  draft,
} as const
export type PlotName = keyof typeof PLOT

/** How often each kind of life is told, in a hundred or so. */
export const PLOT_SHARE: { readonly [name in PlotName]: number } = {
  straight: 60,
  returned: 14,
  returnedByNegeri: 5,
  passedOn: 2,
  sentBack: 5,
  autoForwarded: 3,
  held: 2,
  reassigned: 2,
  corrected: 2,
  rejected: 2,
  cancelled: 2,
  expired: 1.5,
  discarded: 1,
  draft: 0.5,
}
