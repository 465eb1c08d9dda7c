import { describe, expect, it } from 'vitest'
import { clockHistoryOf } from '#domain/sla/clock-history.ts'
import { createClockwork } from '#domain/sla/clockwork.ts'
import { HOUSE_RULES } from '#domain/sla/house-rules.ts'
import { rowClockOf } from '#domain/sla/row-clock.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { maskCase, maskEvents } from './case-view.ts'
import { fold } from './evolve.ts'
import { hideTwins, hideTwinsInEvents } from './hide-twins.ts'
import { noticesOf } from './notice.ts'
import { wordsOf } from './refusal-words.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'
import { describeEvent } from './timeline.ts'
import type { TwinFact } from './ruling-on.ts'
import { mirrorOf } from './twin-pair.ts'
import { namesOf } from './words.ts'

const OTHER = '0190a2b4-0000-4000-8000-00000000000f'
const twin = (more: Partial<TwinFact> = {}): TwinFact => ({
  id: OTHER,
  number: 'AL-26-00099',
  service: 'AKTA_KELAHIRAN',
  kind: 'BIRTH_REGULAR',
  stage: 'VERIFICATION',
  ...more,
})
const WORDS = 'Sama dengan yang sudah berjalan.'
const merge = { type: 'mergeTwin', other: OTHER, words: WORDS } as const
const undo = { type: 'undoTwin', other: OTHER, reason: 'Dua anak yang berbeda' } as const
const at = { ...namesOf(undefined), time: () => ({ id: '', en: '' }), date: () => ({ id: '', en: '' }) }

describe('two likely doubles', () => {
  it('are linked or told apart once; the ruling stands until it is taken back', () => {
    const story = new Scenario().submitted()
    story.do(WHO.ona, { type: 'dismissTwin', other: OTHER, reason: 'Sepupu bernama sama' }, { twin: twin() })
    expect(story.ask(WHO.yopi, { type: 'linkTwin', other: OTHER }, { twin: twin() })).toMatchObject({
      refusal: { why: 'twin-settled', by: { id: WHO.ona.id } },
    })
    story.do(WHO.yopi, undo, { twin: twin() })
    expect(story.case.twins).toEqual([])
    story.do(WHO.yopi, { type: 'linkTwin', other: OTHER }, { twin: twin() })
    expect(story.case.twins).toMatchObject([{ other: OTHER, number: 'AL-26-00099', ruling: 'linked' }])
  })

  it('T34 and T35: merged it ends with words and a pointer, undone it stands where it stood', () => {
    const story = new Scenario().submitted()
    const before = story.case
    story.do(WHO.ona, merge, { twin: twin() })
    expect(story.case).toMatchObject({ stage: 'CANCELLED', ended: { reason: WORDS }, papers: before.papers })
    story.do(WHO.ona, undo, { twin: twin() })
    expect(story.case).toMatchObject({ stage: before.stage, papers: before.papers, answers: before.answers })
    expect(story.case.ended).toBeUndefined()
    const clock = rowClockOf(clockHistoryOf(story.case), createClockwork(HOUSE_RULES))
    expect(clock?.lawPaused).not.toBeNull()
  })

  it.each<[string, Partial<TwinFact>, string]>([
    ['of another kind', { kind: 'BIRTH_FOUNDLING' }, 'other-kind'],
    ['that has ended', { stage: 'CLOSED' }, 'other-ended'],
    ['that is a draft', { stage: 'DRAFT' }, 'other-draft'],
  ])('a case is not merged into one %s', (_which, more, because) => {
    const story = new Scenario().submitted()
    expect(story.ask(WHO.ona, merge, { twin: twin(more) })).toMatchObject({
      refusal: { why: 'twin-apart', because },
    })
  })

  it('without the right to the other case there is nothing to decide on', () => {
    const story = new Scenario().submitted()
    for (const command of [
      merge,
      undo,
      { type: 'linkTwin', other: OTHER },
      { type: 'takeTwin', other: OTHER },
    ] as const)
      expect(story.ask(WHO.ona, command)).toMatchObject({ ok: false, refusal: { why: 'not-found' } })
    expect(story.ask(WHO.ona, { type: 'takeTwin', other: OTHER }, { twin: twin() })).toMatchObject({
      refusal: { why: 'not-found' }, // the other one has not ended into this
    })
  })

  it('each half is the mirror of the other', () => {
    const id = new Scenario().submitted().case.id
    expect(mirrorOf(merge, id)).toEqual({ caseId: OTHER, command: { type: 'takeTwin', other: id } })
    expect(mirrorOf(undo, id)).toEqual({ caseId: OTHER, command: { ...undo, other: id } })
    expect(mirrorOf({ type: 'takeTwin', other: OTHER }, id)).toBeUndefined()
  })
})

describe('what is told of it', () => {
  const ruled = () => {
    const story = new Scenario().submitted()
    story.do(WHO.ona, { type: 'askTwin' })
    story.do(
      WHO.supervisor,
      { type: 'dismissTwin', other: OTHER, reason: 'Ibu berbeda, Negeri Wotay' },
      { twin: twin() },
    )
    return story
  }

  it('beyond the own area neither which case nor why', () => {
    const story = ruled()
    const words = JSON.stringify([
      hideTwins(story.case, new Set()),
      hideTwinsInEvents(story.events, new Set()),
      hideTwinsInEvents(story.events, new Set()).map((event) => describeEvent(event, at)),
    ])
    for (const secret of [OTHER, 'AL-26-00099', 'Wotay']) expect(words).not.toContain(secret)
    expect(words).toContain('permohonan di tempat lain')
    expect(hideTwins(story.case, new Set([OTHER])).twins).toEqual(story.case.twins)
  })

  it('an applicant reads nothing of it, but why their application ended', () => {
    const story = ruled()
    story.do(WHO.supervisor, undo, { twin: twin() })
    story.do(WHO.ona, merge, { twin: twin() })
    const kind = kindOf('AKTA_KELAHIRAN', 'BIRTH_REGULAR')
    expect(maskCase(story.case, kind, WHO.citizen).twins).toEqual([])
    const read = maskEvents(story.events, kind, WHO.citizen).map(({ type }) => type)
    expect(read).toContain('TwinEnded')
    for (const type of ['TwinAsked', 'TwinDismissed', 'TwinUndone', 'TwinLinked'] as const)
      expect(read).not.toContain(type)
  })

  it('a question goes to the supervisor of the kabupaten, and whoever asked hears of the ruling', () => {
    const story = ruled()
    const told = (type: string) => {
      const index = story.events.findIndex((event) => event.type === type)
      const after = fold(story.events.slice(0, index + 1))
      return after ? noticesOf(story.events[index]!, fold(story.events.slice(0, index)), after) : []
    }
    expect(told('TwinAsked').flatMap(({ to }) => ('watchers' in to ? [] : [to]))).toEqual([
      { role: 'SUPERVISOR', region: '81.01' },
    ])
    expect(told('TwinDismissed').flatMap(({ to }) => ('watchers' in to ? [] : [to]))).toEqual([
      { personId: WHO.ona.id },
    ])
  })

  it('whoever would accept is told which cases to compare, or to ask', () => {
    const words = (numbers: readonly string[]) =>
      wordsOf({ why: 'twins-unsettled', numbers, elsewhere: true }, at).id
    expect(words(['AL-26-00099'])).toContain('AL-26-00099')
    expect(words([])).toContain('Tanya Dinas')
  })
})
