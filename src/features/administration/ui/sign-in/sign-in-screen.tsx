import type { ReactNode } from 'react'
import type { Translate } from '#i18n/translate.ts'
import { SeaPanel } from './sea-panel.tsx'
import './sign-in.css'

type SignInScreenProps = {
  readonly t: Translate
  readonly otherLocale: 'id' | 'en'
  readonly children: ReactNode
}

/** One page for every officer. No script of its own: it works as plain forms. */
export function SignInScreen({ t, otherLocale, children }: SignInScreenProps) {
  return (
    <main className="sign-in">
      <SeaPanel headline={t('headline')} about={t('office')} />
      <div className="sign-in-side">
        {children}
        <p className="sign-in-foot">
          <a href={`/bahasa?ke=${otherLocale}`} lang={otherLocale} hrefLang={otherLocale}>
            {t('otherLanguage')}
          </a>
        </p>
      </div>
    </main>
  )
}
