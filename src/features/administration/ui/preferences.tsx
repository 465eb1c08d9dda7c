'use client'
import { useState, useSyncExternalStore } from 'react'
import { onSingleKeys, singleKeysOn, switchSingleKeys } from '#client/shortcuts.ts'
import { api } from '#client/trpc.ts'
import { LOCALE_COOKIE } from '#i18n/locale.ts'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { rememberChoice } from '#ui/remember-choice.ts'
import type { Theme } from '#ui/theme.ts'
import { THEME_COOKIE } from '#ui/theme.ts'

/** Language belongs to the person; theme and keys to this device. */
export function Preferences({ theme: born }: { readonly theme: Theme }) {
  const t = useT('account')
  const locale = useLocale()
  const [theme, setTheme] = useState(born)
  const keys = useSyncExternalStore(onSingleKeys, singleKeysOn, () => true)

  async function speak(one: 'id' | 'en') {
    rememberChoice(LOCALE_COOKIE, one)
    await api.account.setLocale.mutate({ locale: one }).catch(() => undefined) // the page changes even so
    location.reload()
  }
  function paint(one: Theme) {
    rememberChoice(THEME_COOKIE, one)
    setTheme(one)
    if (one === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = one
  }

  return (
    <div className="adm-form">
      <fieldset className="field">
        <legend className="lab">{t('preferences.language')}</legend>
        <div className="seg">
          {(['id', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={locale === one}
              onClick={() => void speak(one)}
            >
              {one === 'id' ? 'Indonesia' : 'English'}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="lab">{t('preferences.theme')}</legend>
        <div className="seg">
          {(['light', 'dark', 'system'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={theme === one} onClick={() => paint(one)}>
              {t(`preferences.${one}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={keys} onChange={({ target }) => switchSingleKeys(target.checked)} />
        <span>
          {t('preferences.keys')}
          <br />
          <span className="second">{t('preferences.keysHint')}</span>
        </span>
      </label>
    </div>
  )
}
