import type { Actor } from '#domain/access/actor.ts'
import { roomsHeardBy } from '#domain/access/may-see.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'
import { regencyOf } from '#domain/shared/region-code.ts'
import type { QueueId, ServiceId } from '#domain/shared/service-id.ts'
import { SERVICES, queueOf } from '#domain/shared/service-id.ts'
import type { Shell } from '#server/shell.ts'

export type OwnQueue = {
  readonly id: QueueId
  readonly service: ServiceId
  readonly regency: RegionCode
  readonly regencyName: string
}

/** The queues that this person hears, in the order of the services. An area wider than a kabupaten hears all within. */
export async function ownQueues(shell: Pick<Shell, 'pool'>, actor: Actor): Promise<readonly OwnQueue[]> {
  const wide = actor.areas.filter((area) => area.length < 5).map((area) => `${area}.%`)
  const own = actor.areas.filter((area) => area.length >= 5).map(regencyOf)
  const { rows } = await shell.pool.query<{ code: RegionCode; name: string }>(
    `select code, name from region where length(code) = 5 and (code = any($1::text[]) or code like any($2::text[])) order by code`,
    [own, wide],
  )
  const names = new Map(rows.map((row) => [row.code, row.name]))
  const regencies = [...new Set([...own, ...names.keys()])].sort()
  return SERVICES.flatMap((service) => regencies.map((regency) => ({ service, regency })))
    .map(({ service, regency }) => ({
      id: queueOf(regency, service),
      service,
      regency,
      regencyName: names.get(regency) ?? regency,
    }))
    .filter((queue) => roomsHeardBy(actor, queue.id).length > 0)
}
