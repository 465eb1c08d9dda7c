import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import { accept, refuse } from '#domain/shared/decision.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import type { CommandOf } from '../command.ts'
import type { Facts } from '../facts.ts'
import { strangeField } from '../form.ts'
import type { Answer } from '../rule.ts'
import { everMay } from '../transition.ts'

/**
 * T01, Buat permohonan: a draft of one kind for one negeri, with an id that the device made, so that a draft sent
 * twice is one case. Refuses a negeri outside the actor's area as if it did not exist, and one draft too many.
 */
export function decideCreate(command: CommandOf<'create'>, actor: Actor, facts: Facts): Answer {
  const { service, negeri, deviceAt, bundle, visit } = command
  if (!everMay('create', actor.role)) return refuse({ why: 'not-your-role', command: 'create' })
  if (!maySee(actor, { service, negeri, submitted: false, ownerId: actor.id }))
    return refuse({ why: 'not-found' })
  if (!facts.knownNegeri(negeri)) return refuse({ why: 'unknown-negeri' })
  const kind = kindOf(service, command.kind)
  if (kind === undefined) return refuse({ why: 'unknown-kind' })
  const { maxOpenDrafts: most } = facts.settings
  if ((facts.openDrafts ?? 0) >= most) return refuse({ why: 'too-many-drafts', most })
  const answers = command.answers ?? {}
  const strange = strangeField(kind, Object.keys(answers))
  if (strange !== undefined) return refuse({ why: 'unknown-field', field: strange })
  const around = {
    ...(deviceAt === undefined ? {} : { deviceAt }),
    ...(bundle === undefined ? {} : { bundle }),
    ...(visit === undefined ? {} : { visit }),
  }
  return accept({ type: 'DraftCreated', service, kind: kind.id, negeri, answers, ...around })
}
