'use client'
import { Upload } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Suspense, useEffect, useState } from 'react'
import { openFromDevice, beginWorker } from '#client/service-worker/worker-link.ts'
import { goTo, useOwnLinks } from '#client/phone/phone-visit.ts'
import { usePhoneLink } from '#client/phone/phone-link.ts'
import type { Phone } from '#client/phone/phone-person.ts'
import { useWorkAge } from '#client/phone/work-age.ts'
import { useWaiting } from '#client/phone/use-waiting.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { Bell } from '#features/notice/ui/bell.tsx'
import { PhoneBar } from '#features/phone/ui/phone-bar.tsx'
import { useLocale, useT } from '#i18n/messages-provider.tsx'
import { AppShell } from '#ui/app-shell.tsx'
import { ConnectionMark } from '#ui/connection-mark.tsx'
import { OfflineBand } from '#ui/offline-band.tsx'
import { WholeWords, wholeWords } from './whole-words.tsx'

const FootBands = lazyPart(() =>
  import('#features/sla/ui/foot-bands.tsx').then((module) => ({ default: module.FootBands })),
)
const LeaveDialog = lazyPart(async () => ({
  default: (await import('#features/intake/ui/outbox/leave-dialog.tsx')).LeaveDialog,
}))
const signOut = () => void import('#client/sign-out.ts').then((module) => module.signOut())
const PhoneLive = lazyPart(() => import('./phone-live.tsx').then((module) => ({ default: module.PhoneLive })))

/** The first screen has the line for itself for so long. */
const FIRST_SCREEN_MS = 1_500

type Props = {
  readonly phone: Extract<Phone, { state: 'open' }>
  /** A form is open: it has a head of its own, and nothing may interrupt it. */
  readonly form: boolean
  readonly onEnded: () => void
  readonly children: ReactNode
}

/** The frame of a phone's screens: navigation, how the line stands, how much waits, and one quiet line at the foot. */
export function PhoneShell({ phone, form, onEnded, children }: Props) {
  const { me, about } = phone.person
  const t = useT('phone')
  const locale = useLocale()
  const { state, newsAt } = usePhoneLink()
  const age = useWorkAge(newsAt)
  const [later, setLater] = useState(false)
  const waiting = useWaiting()
  const [leaving, setLeaving] = useState(false)
  const leave = () => (waiting > 0 ? setLeaving(true) : signOut())
  useOwnLinks()
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), FIRST_SCREEN_MS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (!later) return
    void wholeWords(locale)
    void beginWorker().then(() => (phone.store === undefined ? undefined : openFromDevice(true)))
  }, [later, locale, phone.store])
  // The key of the Dinas and names of places are fetched while there is a signal: the day they are needed there is none.
  useEffect(() => {
    const { store, signedIn } = phone
    if (!later || store === undefined || signedIn !== true || me.role !== 'NEGERI_OFFICER') return
    void import('#client/boat/boat-key.ts').then((module) => module.freshBoatKey(store))
    void import('#features/intake/ui/places.ts').then((module) => module.keepPlaces())
  }, [later, phone, me.role])
  const lost = state === 'offline' || state === 'dead'
  return (
    <AppShell
      person={{ id: me.id, name: me.name, role: me.role, services: me.services, about }}
      connection={
        <span className="phone-head">
          <ConnectionMark state={state} newsAt={newsAt} />
          <Waiting n={waiting} />
        </span>
      }
      bell={{
        side: <Bell applicant={me.role === 'CITIZEN'} />,
        top: form ? null : <Bell applicant={me.role === 'CITIZEN'} compact />,
      }}
      onSignOut={leave}
    >
      {children}
      {form ? null : lost ? (
        <OfflineBand state={state} newsAt={newsAt} stillWorks={age ? t('work.since', age) : t('work.now')} />
      ) : (
        <PhoneBar busy={false} signedIn={phone.signedIn} />
      )}
      {leaving ? (
        <Suspense>
          <WholeWords>
            <LeaveDialog
              open
              waiting={waiting}
              onStay={() => setLeaving(false)}
              onWait={signOut}
              onHandOver={() => {
                setLeaving(false)
                goTo('/kotak-keluar')
              }}
            />
          </WholeWords>
        </Suspense>
      ) : null}
      {later ? (
        <Suspense>
          <PhoneLive me={me} onEnded={onEnded} />
          {form ? null : <FootBands me={me} />}
        </Suspense>
      ) : null}
    </AppShell>
  )
}

function Waiting({ n }: { readonly n: number }) {
  const t = useT('intake')
  return (
    <Link
      className="phone-waiting"
      href="/kotak-keluar"
      prefetch={false}
      title={t('waiting', { n })}
      data-waiting={n}
    >
      <Upload className="ic" aria-hidden />
      {n}
      <span className="vh"> {t('waitingWords')}</span>
    </Link>
  )
}
