import type { Actor } from '#domain/access/actor.ts'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { titleCase } from '#domain/shared/title-case.ts'
import type { Locale } from '#i18n/locale.ts'
import { placeNames } from '#server/page/place-names.ts'

const ONE_AND = { id: 'dan', en: 'and' } as const

/** "Operator, Banda dan Saparua": role and area, as the shell shows a person. */
export async function aboutOf(me: Actor, locale: Locale): Promise<string> {
  const names = await placeNames(me.areas)
  const areas = me.areas.map((area) => titleCase(names[area] ?? area))
  const shown =
    areas.length > 2 ? [areas[0], `+${areas.length - 1}`].join(' ') : areas.join(` ${ONE_AND[locale]} `)
  return [ROLE_LABEL[me.role][locale], shown].filter(Boolean).join(', ')
}
