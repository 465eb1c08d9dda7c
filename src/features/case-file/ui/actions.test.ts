import { describe, expect, it } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import { everMay } from '#domain/case/transition.ts'
import { Scenario, WHO } from '#domain/case/testing/case-scenario.ts'
import type { ActionPlace } from './actions.ts'
import { ACTIONS, actionsFor } from './actions.ts'
import { clientFacts } from './client-facts.ts'

const at = (scenario: Scenario, actor: Actor) =>
  actionsFor(scenario.case, actor, clientFacts(scenario.now + MINUTE_MS))
const names = (scenario: Scenario, actor: Actor, place: ActionPlace) =>
  at(scenario, actor)[place].map(
    (action) => `${action.command}${action.refusal === null ? '' : ` ${action.refusal.why}`}`,
  )

describe('what stands in the foot', () => {
  it('offers the taking first, and names the step behind it with its reason', () => {
    const scenario = new Scenario('KK_LOST').inVerification().do(WHO.yopi, { type: 'release' })
    expect(names(scenario, WHO.lena, 'on')).toEqual(['claim', 'accept not-held'])
    expect(names(scenario, WHO.lena, 'back')).toEqual([])
    expect(names(scenario, WHO.lena, 'side')).toEqual([])
  })

  it('gives the holder the way on, the way back and the letting go, but no second taking', () => {
    const scenario = new Scenario('KK_LOST').inVerification()
    expect(names(scenario, WHO.yopi, 'on')).toEqual(['accept'])
    expect(names(scenario, WHO.yopi, 'back')).toEqual(['returnToNegeri'])
    expect(names(scenario, WHO.yopi, 'side')).toEqual(['release'])
  })

  it('says once who is at it, not beside every button', () => {
    const scenario = new Scenario('KK_LOST').inVerification()
    expect(names(scenario, WHO.lena, 'on')).toEqual(['claim held-by-other'])
    expect(names(scenario, WHO.lena, 'back')).toEqual([])
  })

  it('hides nothing: what is not in the foot stands in the list with its reason', () => {
    const scenario = new Scenario('KK_LOST').inVerification()
    for (const actor of [WHO.yopi, WHO.lena, WHO.verifier, WHO.supervisor, WHO.head, WHO.hanafi]) {
      const { on, back, side, rest } = at(scenario, actor)
      const shown = [...on, ...back, ...side, ...rest].map((action) => action.command).toSorted()
      const own = ACTIONS.map((action) => action.command).filter((command) => everMay(command, actor.role))
      expect(shown).toEqual(own.toSorted())
    }
  })

  it('shows one who keyed the entry why another must validate it', () => {
    const scenario = new Scenario('KK_LOST').inSiakEntry()
    scenario.do(WHO.yopi, { type: 'proposeDraft', reference: 'S-1', note: 'lembar data' })
    const keyed = { ...WHO.yopi, role: 'VERIFIER' as const }
    scenario.do(keyed, { type: 'claim' })
    expect(names(scenario, keyed, 'on')).toEqual(['approve same-person'])
  })

  it('shows nothing at all to someone who may not see the case', () => {
    const scenario = new Scenario('KK_LOST').inVerification()
    expect(at(scenario, WHO.elsewhere)).toEqual({ on: [], back: [], side: [], rest: [] })
  })
})
