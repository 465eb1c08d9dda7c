'use client'
import { useT } from '#i18n/messages-provider.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

/** A page that only the Dinas can show, and there is no signal. `never`: this device has not been signed in at yet. */
export function NeedsSignal({ never = false }: { readonly never?: boolean }) {
  const t = useT('phone')
  return (
    <main id="isi">
      <EmptyState
        title={t(never ? 'signal.never' : 'signal.title')}
        actions={
          never ? (
            <a className="btn touch primary" href="/masuk">
              {t('signal.signIn')}
            </a>
          ) : (
            <>
              <a className="btn touch primary" href="/ajukan">
                {t('signal.work')}
              </a>
              <button type="button" className="btn touch" onClick={() => location.reload()}>
                {t('signal.again')}
              </button>
            </>
          )
        }
      >
        {t(never ? 'signal.neverWhat' : 'signal.what')}
      </EmptyState>
    </main>
  )
}
