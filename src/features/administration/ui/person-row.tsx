import Link from 'next/link'
import { DISTRICT_ROLES, ROLE_LABEL } from '#domain/access/role.ts'
import { exactInWit, relativeTime } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Chip } from '#ui/chip.tsx'
import type { PersonView, Regions } from './api-answers.ts'
import { areasInWords } from './region-names.ts'

type PersonRowProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly person: PersonView
  readonly regions: Regions
}

export function PersonRow({ t, locale, now, person, regions }: PersonRowProps) {
  return (
    <li>
      <Link className="person-row" href={`/admin/pengguna/${person.id}`} prefetch={false}>
        <span className="person-who">
          <Avatar id={person.id} name={person.name} large />
          <span className="person-words">
            <b className="cut">{person.name}</b>
            <span className="muted cut">{person.username}</span>
          </span>
          <PersonTags t={t} person={person} />
        </span>
        <span>{ROLE_LABEL[person.role][locale]}</span>
        <span className="cut" title={person.areas.join(', ')}>
          {areasInWords(regions, person.areas)}
        </span>
        <span
          className="second"
          title={person.lastSeenAt === null ? undefined : exactInWit(person.lastSeenAt, locale)}
        >
          <span className="on-phone">{t('people.seen')}: </span>
          {person.lastSeenAt === null ? t('people.never') : relativeTime(person.lastSeenAt, now, locale)}
        </span>
      </Link>
    </li>
  )
}

/** What is particular about an account; a plain one has none. */
export function PersonTags({ t, person }: { readonly t: Translate; readonly person: PersonView }) {
  return (
    <span className="person-tags">
      {person.disabledAt === null ? null : <Chip tone="danger">{t('people.disabled')}</Chip>}
      {person.mustChangePassword ? <Chip tone="warn">{t('tag.oneTime')}</Chip> : null}
      {DISTRICT_ROLES.includes(person.role) && !person.enrolled && !person.demo ? (
        <Chip tone="warn">{t('tag.noFactor')}</Chip>
      ) : null}
      {person.enrolled ? <Chip tone="accent">{t('tag.factor')}</Chip> : null}
      {person.demo ? <Chip tone="line">{t('tag.demo')}</Chip> : null}
    </span>
  )
}
