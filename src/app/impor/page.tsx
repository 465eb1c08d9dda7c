import type { Metadata } from 'next'
import Link from 'next/link'
import { CARRIER_ROLES } from '#domain/intake/boat/carrier-roles.ts'
import { notFound } from 'next/navigation'
import { BoatImport } from '#features/intake/ui/boat/boat-import.tsx'
import { loadMessages } from '#i18n/load-messages.ts'
import { translator } from '#i18n/translate.ts'
import { currentLocale } from '../current-locale.ts'
import { requireSession, Workspace } from '../workspace.tsx'

export const metadata: Metadata = { title: 'Impor berkas kapal' }

export default async function ImportPage() {
  const [session, locale] = await Promise.all([requireSession(), currentLocale()])
  const { role } = session.person
  if (!CARRIER_ROLES.includes(role)) notFound()
  const t = translator(await loadMessages(locale, ['boat']), 'boat', locale)
  return (
    <Workspace session={session} namespaces={['boat']}>
      <BoatImport />
      {role === 'SUPERVISOR' ? (
        <p className="page">
          <Link className="btn touch" href="/impor/tertahan" prefetch={false}>
            {t('held.link')}
          </Link>
        </p>
      ) : null}
    </Workspace>
  )
}
