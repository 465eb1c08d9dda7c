import { describe, expect, it } from 'vitest'
import { decide } from '#domain/case/decide.ts'
import { maskCase } from '#domain/case/case-view.ts'
import { kindOfCase } from '#domain/case/form.ts'
import { Scenario, WHO } from '#domain/case/testing/case-scenario.ts'
import { withPending } from './unconfirmed.ts'

function pendingOf(scenario: Scenario, command: Parameters<typeof decide>[1], actor: typeof WHO.yopi) {
  const answer = decide(scenario.case, command, actor, scenario.facts())
  if (!answer.ok) throw new Error(answer.refusal.why)
  return { key: 'a', happenings: answer.events, at: scenario.now }
}

describe('acts on their way', () => {
  it('show at once what the server will say: the masked case evolves like the real one', () => {
    const scenario = new Scenario('BIRTH_REGULAR').inVerification()
    const command = { type: 'accept', nikConfirmed: true, duplicatesCleared: true } as const
    const masked = maskCase(scenario.case, kindOfCase(scenario.case), WHO.yopi)
    const shown = withPending(masked, [pendingOf(scenario, command, WHO.yopi)], WHO.yopi)
    expect(shown.file.stage).toBe('SIAK_ENTRY')
    expect(shown.events.length).toBeGreaterThan(0)
    expect(shown.file.version).toBe(masked.version + shown.events.length)
  })

  it('are shown once: what the confirmed case already holds is not told again', () => {
    const scenario = new Scenario('KK_LOST').forwarded()
    const pending = pendingOf(scenario, { type: 'claim' }, WHO.yopi)
    scenario.do(WHO.yopi, { type: 'claim' })
    const shown = withPending(scenario.case, [{ ...pending, version: scenario.case.version }], WHO.yopi)
    expect(shown.file).toBe(scenario.case)
    expect(shown.events).toEqual([])
  })

  it('survive news of others: a note by a colleague meanwhile moves them one version on', () => {
    const scenario = new Scenario('KK_LOST').forwarded()
    const pending = pendingOf(scenario, { type: 'claim' }, WHO.yopi)
    scenario.do(WHO.lena, {
      type: 'writeNote',
      noteId: '0190a2b4-0000-4000-8000-00000000abcd',
      text: 'Lihat dulu',
      visibility: 'internal',
    })
    const shown = withPending(scenario.case, [pending], WHO.yopi)
    expect(shown.file.holder?.id).toBe(WHO.yopi.id)
    expect(shown.file.notes).toHaveLength(1)
  })
})
