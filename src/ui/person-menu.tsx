'use client'
import { LogOut, UserRound } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { LOCALE_COOKIE } from '#i18n/locale.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import type { ShellPerson } from './shell-person.ts'
import { Avatar } from './avatar.tsx'
import { rememberChoice } from './remember-choice.ts'
import { THEME_COOKIE } from './theme.ts'

type PersonMenuProps = {
  readonly person: ShellPerson
  readonly onSignOut: () => void
  readonly compact?: boolean
}

/** Who is signed in; behind it language, theme, account and the way out. */
export function PersonMenu({ person, onSignOut, compact }: PersonMenuProps) {
  const t = useT('common')
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const { about } = person
  const setTheme = (theme: 'light' | 'dark' | 'system') => {
    rememberChoice(THEME_COOKIE, theme)
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }
  return (
    // Esc closes it, wherever inside the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      className={compact ? 'me compact' : 'me'}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false)
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <summary aria-label={`${person.name}, ${about}`}>
        <Avatar id={person.id} name={person.name} about={about} large />
        <span className="me-words">
          <b>{person.name}</b>
          <br />
          <span className="muted">{about}</span>
        </span>
      </summary>
      <div className="me-menu">
        <div className="label">{t('language')}</div>
        <div className="seg">
          {(['id', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={locale === one}
              onClick={() => {
                rememberChoice(LOCALE_COOKIE, one)
                location.reload()
              }}
            >
              {one === 'id' ? 'Indonesia' : 'English'}
            </button>
          ))}
        </div>
        <div className="label">{t('theme')}</div>
        <div className="seg">
          <button type="button" onClick={() => setTheme('light')}>
            {t('theme.light')}
          </button>
          <button type="button" onClick={() => setTheme('dark')}>
            {t('theme.dark')}
          </button>
          <button type="button" onClick={() => setTheme('system')}>
            {t('theme.system')}
          </button>
        </div>
        <Link href="/akun" className="btn quiet" prefetch={false}>
          <UserRound className="ic" aria-hidden />
          {t('account')}
        </Link>
        <button type="button" className="btn quiet" onClick={onSignOut}>
          <LogOut className="ic" aria-hidden />
          {t('signOut')}
        </button>
      </div>
    </details>
  )
}
