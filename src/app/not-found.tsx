import { loadMessages } from '#i18n/load-messages.ts'
import { translator } from '#i18n/translate.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { currentLocale } from './current-locale.ts'

export default async function NotFound() {
  const locale = await currentLocale()
  const t = translator(await loadMessages(locale, ['common']), 'common', locale)
  return (
    <main>
      <EmptyState
        title={t('missing.title')}
        actions={
          <a className="btn primary" href="/">
            {t('error.home')}
          </a>
        }
      >
        {t('missing.what')}
      </EmptyState>
    </main>
  )
}
