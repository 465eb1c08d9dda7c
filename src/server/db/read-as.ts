import pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { sideOf } from '#domain/access/may-see.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'

type Queryable = Pick<pg.Pool, 'query'>

/** How far someone's eyes reach at most. The database holds to it, whatever it is asked. */
export type Sight = {
  readonly personId: string
  readonly areas: readonly RegionCode[]
  /** An applicant: of these areas their own cases only. */
  readonly ownOnly: boolean
}

/** Wider than what `maySee` allows, never narrower: it knows of areas and owners, not of services and drafts. */
export function sightOf(actor: Actor): Sight {
  const side = sideOf(actor)
  return {
    personId: actor.id,
    areas: side === undefined ? [] : actor.areas,
    ownOnly: side !== undefined && side !== 'dinas' && side !== 'negeri',
  }
}

/**
 * Reads behind the wall: in one transaction that changes nothing, as the role that sees no row outside the areas it is
 * told here. Everything that a person is shown of a case comes through it; a forgotten condition then shows nothing
 * foreign. Its statements run one after the other.
 */
export async function readAs<T>(
  pool: pg.Pool,
  sight: Sight,
  read: (db: Queryable) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(beginAs(sight))
    const answer = await read(client)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** One round trip. What is set ends with the transaction, and so does the role. */
function beginAs({ personId, areas, ownOnly }: Sight): string {
  const settings = {
    'satu.areas': areas.join(','),
    'satu.person': personId,
    'satu.own_only': ownOnly ? 'on' : 'off',
  }
  const set = Object.entries(settings).map(
    ([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`,
  )
  return ['begin read only', 'set local role satu_app', ...set].join('; ')
}
