import type { Answers } from '#domain/service/answers.ts'
import { textIn } from '#domain/service/read-answers.ts'
import { displayName } from '#domain/shared/person-name.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { twinProfileOf } from './twin-profile.ts'

/** Whose case it is, by name: the child, the head of the family, the first who moves. Empty while nobody is named. */
export function twinSubjectOf(service: ServiceId, kind: string, answers: Answers): string {
  const profile = twinProfileOf(service, kind, answers)
  if (profile?.matter === 'child') return displayName(profile.child.name)
  const head = textIn(answers, 'headName')
  return displayName(head !== '' ? head : (profile?.people[0]?.name ?? ''))
}
