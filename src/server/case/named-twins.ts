import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CaseFile } from '#domain/case/case-file.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Facts } from '#domain/case/facts.ts'
import { isPairCommand } from '#domain/case/twin-pair.ts'
import { visibleOf } from '#domain/case/visible.ts'
import type { Sealer } from '#server/seal/sealer.ts'
import { twinsFor } from './likely-twins.ts'
import { loadCase } from './load-case.ts'
import type { Queryable } from './rows.ts'

/** What a command must know of likely doubles: the other case of a ruling, or those that stand in the way of accepting. */
export async function namedTwins(
  db: Queryable,
  sealer: Sealer,
  actor: Actor,
  command: CaseCommand,
  before: CaseFile,
): Promise<Pick<Facts, 'twin' | 'unsettledTwins'>> {
  if (isPairCommand(command)) {
    const other = await loadCase({ pool: db, sealer }, command.other)
    if (other === undefined || !maySee(actor, visibleOf(other))) return {}
    const { id, number, service, kind, stage } = other
    const into = other.twins?.find(({ ruling }) => ruling === 'ended')?.other
    return {
      twin: {
        id,
        service,
        kind,
        stage,
        ...(number === undefined ? {} : { number }),
        ...(into === undefined ? {} : { into }),
      },
    }
  }
  if (command.type !== 'accept') return {}
  const { seen, elsewhere } = await twinsFor(db, sealer, actor, before)
  if (seen.length === 0 && !elsewhere) return {}
  return { unsettledTwins: { numbers: seen.map(({ file }) => file.number ?? ''), elsewhere } }
}
