import type { Actor } from '#domain/access/actor.ts'
import type { Stage } from '#domain/case/stage.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { sampleVariants } from '#domain/service/sample-answers.ts'
import { pick } from '#domain/service/samples/sample-person.ts'
import { seededRandom } from '#domain/service/samples/seeded-random.ts'
import { addOfficeMinutes } from './office-hours.ts'
import { Story } from './story.ts'
import type { Scans } from './story.ts'
import { castFor } from './story-cast.ts'
import type { PlotName } from './story-plots.ts'
import { PLOT, PLOT_SHARE } from './story-plots.ts'
import { escalating } from './story-steps.ts'

type Share<Name extends string> = { readonly [name in Name]: number }

const SERVICE_SHARE: Share<ServiceId> = { KK: 46, AKTA_KELAHIRAN: 40, SKPWNI: 14 }

const KIND_SHARE: Record<ServiceId, Share<string>> = {
  KK: {
    KK_NEW_MARRIAGE: 22,
    KK_CHANGE_EVENT: 22,
    KK_CHANGE_ELEMENT: 18,
    KK_LOST: 9,
    KK_DAMAGED: 8,
    KK_NEW_SPLIT: 8,
    KK_NEW_ARRIVAL: 6,
    KK_NEW_HEAD: 4,
    KK_JOIN: 4,
    KK_NEW_VULNERABLE: 2,
    KK_NEW_RETURN: 1,
  },
  AKTA_KELAHIRAN: { BIRTH_REGULAR: 97, BIRTH_FOUNDLING: 3 },
  SKPWNI: { MOVE_OUT: 72, MOVE_WITHIN: 28 },
}

/** How many cases stand in each open stage besides those that time itself leaves there, so that every desk has work. */
const WAITING: {
  readonly [stage in Stage]?: { readonly count: number; readonly plot: PlotName; readonly days: number }
} = {
  DRAFT: { count: 14, plot: 'draft', days: 6 },
  SUBMITTED: { count: 12, plot: 'straight', days: 1.2 },
  NEGERI_REVIEW: { count: 6, plot: 'straight', days: 1 },
  RETURNED_APPLICANT: { count: 8, plot: 'returnedByNegeri', days: 9 },
  FORWARDED: { count: 22, plot: 'straight', days: 1.5 },
  VERIFICATION: { count: 10, plot: 'straight', days: 1.6 },
  RETURNED_NEGERI: { count: 14, plot: 'returned', days: 8 },
  SIAK_ENTRY: { count: 8, plot: 'straight', days: 2 },
  VALIDATION: { count: 14, plot: 'straight', days: 2.4 },
  HEAD_APPROVAL: { count: 7, plot: 'straight', days: 3 },
  AWAITING_TTE: { count: 12, plot: 'straight', days: 3 },
  ISSUED: { count: 14, plot: 'straight', days: 4 },
  DELIVERED: { count: 8, plot: 'straight', days: 5 },
  CORRECTION: { count: 4, plot: 'corrected', days: 16 },
  ON_HOLD: { count: 5, plot: 'held', days: 4 },
}

/** A demo sign-in looks at one negeri: it has enough of everything. */
const SHOWN_NEGERI: RegionCode = '81.01.12.2012'
const SHOWN_SHARE = 0.035
const PERIOD_DAYS = 90

function draw<Name extends string>(random: () => number, shares: Share<Name>): Name {
  const entries = Object.entries(shares) as [Name, number][]
  let left = random() * entries.reduce((sum, [, share]) => sum + share, 0)
  const found = entries.find(([, share]) => (left -= share) < 0) ?? entries[0]
  if (found === undefined) throw new Error('nothing to draw from')
  return found[0]
}

/** A morning or afternoon with half an hour left to file in, so that a form is sent on the day it was filled in. */
function timeToFile(at: Instant): Instant {
  const opens = addOfficeMinutes(at, 0)
  const done = addOfficeMinutes(opens, 40)
  return localDateInWit(opens) === localDateInWit(done) ? opens : done
}

export type Told = { readonly story: Story; readonly plot: PlotName }

export type Plan = {
  readonly count: number
  readonly now: Instant
  readonly people: readonly Actor[]
  readonly negeri: readonly RegionCode[]
  readonly scans: Scans
}

/** The made-up cases, one by one: the same plan tells the same stories. */
export function* tellAll(plan: Plan): Generator<Told, void, undefined> {
  const waiting = Object.entries(WAITING).flatMap(([stage, { count, plot, days }]) =>
    Array.from({ length: count }, () => ({ stage: stage as Stage, plot, days })),
  )
  for (let index = 0; index < plan.count; index += 1) {
    const last = waiting[index - (plan.count - waiting.length)]
    yield tellOne(plan, index, last)
  }
}

function tellOne(
  plan: Plan,
  index: number,
  waits: { stage: Stage; plot: PlotName; days: number } | undefined,
): Told {
  const random = seededRandom(index * 7919 + 17)
  const service = waits?.stage === 'HEAD_APPROVAL' ? 'AKTA_KELAHIRAN' : draw(random, SERVICE_SHARE)
  const kind = waits?.stage === 'HEAD_APPROVAL' ? 'BIRTH_REGULAR' : draw(random, KIND_SHARE[service])
  const variant = waits?.stage === 'HEAD_APPROVAL' ? 'late' : variantOf(kind, random)
  const negeri = random() < SHOWN_SHARE ? SHOWN_NEGERI : pick(random, plan.negeri)
  const back = waits === undefined ? random() * PERIOD_DAYS : waits.days * (0.25 + random())
  const at = timeToFile(plan.now - Math.max(back * DAY_MS, 20 * 60_000))
  const stopAt = waits === undefined ? {} : { stopAt: waits.stage }
  const start = { index, service, kind, variant, negeri, at, random, ...stopAt }
  const story = new Story(start, castFor(plan.people, service, negeri, random), plan.scans)
  const plot = waits?.plot ?? draw(random, PLOT_SHARE)
  story.tell(PLOT[plot](story), plan.now)
  if (story.commands.length > 0) story.tell(escalating(story), plan.now)
  return { story, plot }
}

/** The plainest situation of a kind most of the time; a late birth is not rare on the islands. */
function variantOf(kind: string, random: () => number): string {
  const variants = sampleVariants(kind)
  const late = kind === 'BIRTH_REGULAR' && random() < 0.22
  if (late) return 'late'
  return random() < 0.55 ? (variants[0] ?? '') : pick(random, variants)
}
