'use client'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { isPhonePath } from '#client/service-worker/shell-paths.ts'
import type { PhonePerson } from '#client/phone/phone-person.ts'
import { usePhone } from '#client/phone/phone-person.ts'
import { lazyPart } from '#client/lazy-part.ts'
import { ChooseService } from '#features/intake/ui/choose-service.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { OpeningFrame } from './opening-frame.tsx'
import { PhoneShell } from './phone-shell.tsx'
import { WholeWords } from './whole-words.tsx'

const PinPage = lazyPart(async () => ({ default: (await import('#features/phone/ui/pin-page.tsx')).PinPage }))
const NeedsSignal = lazyPart(async () => ({
  default: (await import('#features/phone/ui/needs-signal.tsx')).NeedsSignal,
}))
const SetPin = lazyPart(async () => ({ default: (await import('#features/phone/ui/set-pin.tsx')).SetPin }))
const IntakeCase = lazyPart(async () => ({
  default: (await import('#features/intake/ui/intake-case.tsx')).IntakeCase,
}))
const OwnCases = lazyPart(async () => ({
  default: (await import('#features/intake/ui/own-cases.tsx')).OwnCases,
}))
const Visits = lazyPart(async () => ({
  default: (await import('#features/intake/ui/visit/visits-screen.tsx')).VisitsScreen,
}))
const OutboxScreen = lazyPart(async () => ({
  default: (await import('#features/intake/ui/outbox/outbox-screen.tsx')).OutboxScreen,
}))
const Receipt = lazyPart(async () => ({
  default: (await import('#features/intake/ui/receipt.tsx')).ReceiptPage,
}))

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * Everything that a petugas negeri does, in one page that needs no server: it is born on the server at a first visit and
 * from the device ever after. Which screen stands in the address, and changes without a request.
 */
export function PhoneApp({ first }: { readonly first?: PhonePerson }) {
  const path = usePathname()
  const [phone, open] = usePhone(first)
  const [ended, setEnded] = useState(false)
  const onEnded = useCallback(() => setEnded(true), [])
  // What was kept is not born on the server: both draw the same first.
  const [born, setBorn] = useState(first !== undefined)
  useEffect(() => setBorn(true), [])
  if (!born || phone.state === 'looking') return <OpeningFrame />
  if (phone.state === 'locked')
    return (
      <Suspense fallback={<OpeningFrame />}>
        <PinPage people={phone.people} open={open} />
      </Suspense>
    )
  if (phone.state === 'nobody')
    return (
      <Suspense fallback={<OpeningFrame />}>
        <NeedsSignal never />
      </Suspense>
    )
  const form = /^\/ajukan\/./.test(path)
  return (
    <PhoneShell phone={ended ? { ...phone, signedIn: false } : phone} form={form} onEnded={onEnded}>
      <Suspense fallback={<Waiting />}>{screen()}</Suspense>
    </PhoneShell>
  )

  function screen(): ReactNode {
    if (phone.state !== 'open') return null
    const later = laterScreen(phone.person.me)
    if (later !== null) return <WholeWords>{later}</WholeWords>
    const { me } = phone.person
    return (
      <ChooseService me={me}>
        <Suspense fallback={null}>
          {phone.store ? <SetPin personId={me.id} /> : null}
          {phone.store ? <OwnCases /> : null}
        </Suspense>
      </ChooseService>
    )
  }

  /** Null: the first screen stands in the address. */
  function laterScreen(me: PhonePerson['me']): ReactNode {
    const caseId = UUID.exec(path)?.[0] ?? ''
    if (form) return <IntakeCase key={caseId} caseId={caseId} />
    if (path.endsWith('/tanda-terima')) return <Receipt key={caseId} caseId={caseId} officer={me.name} />
    if (path === '/antrean/saya') return <OwnCases open />
    if (path === '/kotak-keluar') return <OutboxScreen />
    if (path.startsWith('/jemput-bola')) return <Visits me={me} visitId={caseId || undefined} />
    return isPhonePath(path) ? null : <NeedsSignal />
  }
}

function Waiting() {
  return (
    <div className="intake" aria-busy>
      <div className="pg">
        <Skeleton width="60%" height={24} />
        <Skeleton width="100%" height={48} />
        <Skeleton width="100%" height={48} />
      </div>
    </div>
  )
}
