import Link from 'next/link'
import { ROLE_LABEL, ROLES } from '#domain/access/role.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import type { PeoplePage, Regions } from './api-answers.ts'
import { PersonRow } from './person-row.tsx'
import './administration.css'

export type PeopleFilter = {
  readonly cari: string
  readonly peran: string
  readonly keadaan: string
  readonly sesudah: string
}

type PeopleScreenProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly filter: PeopleFilter
  readonly page: PeoplePage
  readonly regions: Regions
}

/** Whose accounts this administrator keeps. Filter and place stand in the address; it works without a script. */
export function PeopleScreen({ t, locale, now, filter, page, regions }: PeopleScreenProps) {
  const at = (sesudah: string) => `/admin/pengguna?${new URLSearchParams({ ...filter, sesudah }).toString()}`
  return (
    <main className="adm">
      <header className="adm-head">
        <h1 className="title">{t('people.title')}</h1>
        <Link className="btn primary" href="/admin/pengguna/baru">
          {t('people.add')}
        </Link>
      </header>
      <form className="adm-filter" action="/admin/pengguna" role="search">
        <label>
          <span className="label">{t('people.search')}</span>
          <input className="input" type="search" name="cari" defaultValue={filter.cari} maxLength={100} />
        </label>
        <label>
          <span className="label">{t('people.role')}</span>
          <select className="input" name="peran" defaultValue={filter.peran}>
            <option value="">{t('people.anyRole')}</option>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {ROLE_LABEL[role][locale]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{t('people.state')}</span>
          <select className="input" name="keadaan" defaultValue={filter.keadaan}>
            <option value="">{t('people.anyState')}</option>
            <option value="active">{t('people.active')}</option>
            <option value="disabled">{t('people.disabled')}</option>
          </select>
        </label>
        <button className="btn" type="submit">
          {t('people.find')}
        </button>
      </form>
      {page.people.length === 0 ? (
        <EmptyState title={t('people.none')}>{t('people.noneHint')}</EmptyState>
      ) : (
        <>
          <div className="person-row adm-th" aria-hidden="true">
            <span>{t('people.name')}</span>
            <span>{t('people.role')}</span>
            <span>{t('people.area')}</span>
            <span>{t('people.seen')}</span>
          </div>
          <ul className="adm-list">
            {page.people.map((person) => (
              <PersonRow key={person.id} t={t} locale={locale} now={now} person={person} regions={regions} />
            ))}
          </ul>
        </>
      )}
      <nav className="adm-pages">
        {filter.sesudah === '' ? null : (
          <Link className="btn" href={at('')}>
            {t('people.first')}
          </Link>
        )}
        {page.next === null ? null : (
          <Link className="btn" href={at(page.next)}>
            {t('people.next')}
          </Link>
        )}
      </nav>
    </main>
  )
}
