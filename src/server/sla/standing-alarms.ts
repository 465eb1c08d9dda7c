import type pg from 'pg'
import type { Actor } from '#domain/access/actor.ts'
import { contains } from '#domain/shared/region-tree.ts'
import type { AlarmRow } from './raise-alarms.ts'
import { ALARM_COLUMNS } from './raise-alarms.ts'

const MOST = 12

/** Alarms of the whole house within a person's areas: those that stand first, then the latest that are over. */
export async function standingAlarms(
  pool: pg.Pool,
  { areas, services }: Pick<Actor, 'areas' | 'services'>,
): Promise<readonly AlarmRow[]> {
  const { rows } = await pool.query<AlarmRow>(
    `select ${ALARM_COLUMNS} from system_alarm where ended_at is null or at > now() - interval '30 days'
     order by ended_at is not null, at desc, id limit 200`,
  )
  return rows
    .filter(
      ({ place, service }) =>
        areas.some((area) => contains(area, place) || contains(place, area)) &&
        (service === null || services.length === 0 || services.includes(service)),
    )
    .slice(0, MOST)
}
