'use client'
import { Search } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { useT } from '#i18n/messages-provider.tsx'
import { Mark } from './mark.tsx'
import type { NavItem } from './nav-items.ts'
import { navFor } from './nav-items.ts'
import { PersonMenu } from './person-menu.tsx'
import type { ShellPerson } from './shell-person.ts'
import './app-shell.css'

/** Rows counted behind a link of the navigation. `late` is shown only when there are some. */
export type NavCounts = {
  readonly [name in ServiceId | 'mine']?: { readonly open: number; readonly late: number }
}

const NO_COUNTS: NavCounts = {}

type AppShellProps = {
  readonly person: ShellPerson
  readonly counts?: NavCounts
  /** Connection, always visible. */
  readonly connection?: ReactNode
  /** What there is to read: in the navigation, and beside the person on a narrow screen. */
  readonly bell?: { readonly side: ReactNode; readonly top: ReactNode } | undefined
  /** More links of this person: remembered views. */
  readonly extra?: ReactNode
  readonly onFind?: (() => void) | undefined
  readonly onSignOut: () => void
  readonly children: ReactNode
}

/** The frame of every signed-in page: navigation by role, connection, the person. */
export function AppShell({
  person,
  counts = NO_COUNTS,
  connection,
  bell,
  extra,
  onFind,
  onSignOut,
  children,
}: AppShellProps) {
  const t = useT('common')
  const path = usePathname()
  const sections = navFor(person.role, person.services)
  return (
    <div className="shell" data-role={person.role}>
      <a className="skip" href="#isi">
        {t('skipToContent')}
      </a>
      <header className="topbar">
        <Mark />
        <span className="topbar-conn">{connection}</span>
        {bell?.top}
        <PersonMenu person={person} onSignOut={onSignOut} compact />
      </header>
      <nav className="side" aria-label={t('nav.main')}>
        <Mark />
        {onFind ? (
          <button type="button" className="find" onClick={onFind} title={t('nav.find')}>
            <Search className="ic" aria-hidden />
            <span className="cut">{t('nav.find')}</span>
            <kbd aria-hidden>Ctrl K</kbd>
          </button>
        ) : null}
        {bell?.side}
        {sections.map((section, index) => (
          <div className="nav-section" key={section.title ?? index}>
            {section.title ? <div className="nh">{t(section.title)}</div> : null}
            {section.items.map((item) => (
              <NavLink
                key={item.href}
                item={item}
                here={path === item.href || path.startsWith(`${item.href}/`)}
                count={item.counts ? counts[item.counts] : undefined}
              />
            ))}
          </div>
        ))}
        {extra}
        <div className="foot">
          {connection}
          <PersonMenu person={person} onSignOut={onSignOut} />
        </div>
      </nav>
      <div className="content" id="isi">
        {children}
      </div>
    </div>
  )
}

function NavLink({
  item,
  here,
  count,
}: {
  readonly item: NavItem
  readonly here: boolean
  readonly count: { readonly open: number; readonly late: number } | undefined
}) {
  const t = useT('common')
  const Icon = item.icon
  const label = t(item.label)
  return (
    <Link
      className={here ? 'nv on' : 'nv'}
      href={item.href}
      aria-current={here ? 'page' : undefined}
      title={label}
      prefetch={false}
    >
      <Icon className="ic" aria-hidden />
      <span className="nv-label cut">{label}</span>
      {count && count.late > 0 ? (
        <span className="nlate" title={t('nav.late', { n: count.late })}>
          {count.late}
          <span className="vh"> {t('nav.lateWords')}</span>
        </span>
      ) : null}
      {count ? <b>{count.open}</b> : null}
    </Link>
  )
}
