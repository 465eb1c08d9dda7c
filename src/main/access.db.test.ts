import { TRPCError } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { ROLES } from '#domain/access/role.ts'
import type { SessionPerson } from '#server/auth/session.ts'
import { ORIGIN } from '#server/case/testing/house.ts'
import { createCallerFactory } from '#server/trpc/trpc.ts'
import { appRouter } from './router.ts'
import { ACCESS } from './testing/access-table.ts'
import type { AccessWorld, Place, Target } from './testing/access-world.ts'
import { openAccessWorld, PLACES } from './testing/access-world.ts'

const PATHS = Object.keys(appRouter._def.procedures)
const FOREIGN: readonly Place[] = ['other negeri', 'other regency', 'missing']
const callerOf = createCallerFactory(appRouter)

let world: AccessWorld
beforeAll(async () => {
  world = await openAccessWorld()
}, 120_000)
afterAll(async () => {
  await world.house.close()
  await world.house.db.drop()
})

type Outcome = { readonly answer: string } | { readonly refused: string }

/** One call, as the wire would make it; what an answer says of the asked thing itself is blotted out. */
async function ask(
  path: string,
  actor: Actor | null,
  target: Target,
  held: SessionPerson['held'] = null,
): Promise<Outcome> {
  const person = actor && { ...actor, username: actor.id, locale: 'id', enrolled: true, demo: false }
  const session =
    person &&
    ({
      sessionId: 'f'.repeat(64),
      expiresAt: Number.MAX_SAFE_INTEGER,
      secondFactor: true,
      held,
      person,
    } as SessionPerson)
  const caller = callerOf({
    shell: world.house.shell,
    session,
    actor: session?.person ?? null,
    origin: ORIGIN,
    locale: 'id',
  })
  const call = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], caller) as (
    input: unknown,
  ) => Promise<unknown>
  try {
    return {
      answer: JSON.stringify((await call(ACCESS[path]?.input?.(target, actor?.role ?? 'CITIZEN'))) ?? null),
    }
  } catch (error) {
    if (error instanceof TRPCError) return { refused: error.code }
    throw error
  }
}

const said = (outcome: Outcome) => ('answer' in outcome ? outcome.answer : outcome.refused)

test('every procedure stands in the table, and nothing else does', () => {
  expect(
    PATHS.filter((path) => !(path in ACCESS)),
    'decide who may ask it: src/main/testing/access-table.ts',
  ).toEqual([])
  expect(
    Object.keys(ACCESS).filter((path) => !PATHS.includes(path)),
    'the router does not have it',
  ).toEqual([])
})

describe.each(PATHS)('%s', (path) => {
  const entry = ACCESS[path]
  if (!entry) return

  test('is not for people who are not signed in, nor for a session that is held', async () => {
    expect(await ask(path, null, world.targets.own)).toEqual({ refused: 'UNAUTHORIZED' })
    for (const held of ['password', 'second-factor'] as const) {
      const outcome = await ask(
        path,
        world.actor(entry.roles[0] ?? 'ADMIN'),
        await world.fresh(world.targets.own),
        held,
      )
      if (entry.held) expect(outcome).not.toHaveProperty('refused', 'FORBIDDEN')
      else expect(outcome).toEqual({ refused: 'FORBIDDEN' })
    }
  })

  test.each(ROLES.filter((role) => !entry.roles.includes(role)))(
    'is not for %s, whatever it is asked about',
    async (role) => {
      for (const place of PLACES)
        expect(await ask(path, world.actor(role), world.targets[place])).toEqual({ refused: 'FORBIDDEN' })
    },
  )

  test.each(entry.roles)('answers %s of their own, and of nothing else', async (role) => {
    const actor = world.actor(role)
    const reaches = (entry.reaches ?? entry.roles).includes(role)
    const own = await world.fresh(world.targets.own)
    const answer = said(await ask(path, actor, own))
    if (entry.kind === 'self') return expect(answer).not.toBe('FORBIDDEN')
    const names = entry.names
    if (entry.kind === 'list' && names) {
      expect(answer.includes(names(own, role)), 'their own').toBe(reaches)
      for (const place of FOREIGN) {
        const foreign = await world.fresh(world.targets[place])
        expect((answer + said(await ask(path, actor, foreign))).includes(names(foreign, role)), place).toBe(
          false,
        )
      }
      return
    }
    const missing = said(await ask(path, actor, world.targets.missing))
    expect(
      answer === missing,
      `their own is ${reaches ? 'not' : ''} answered like a missing one: ${answer}`,
    ).toBe(!reaches)
    for (const place of FOREIGN) {
      const foreign = await world.fresh(world.targets[place])
      expect(said(await ask(path, actor, foreign)), place).toBe(missing)
    }
  })
})
