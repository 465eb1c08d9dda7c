import { useCallback, useEffect, useState } from 'react'
import type { DeviceStore } from '#client/device/device-store.ts'
import { deviceStore } from '#client/device/device-store.ts'
import type { Opening } from '#client/device/vault.ts'
import { hasPin, openVault, touchVault, vaultState } from '#client/device/vault.ts'
import { leftWithoutNetwork, tellDinas, tellDinasQuietly } from '#client/sign-out.ts'
import type { KnownPerson } from './known-people.ts'
import { knownPeople, rememberPerson } from './known-people.ts'
import { currentDevice, lockDevice, openDevice, takeDevice } from './open-device.ts'
import type { SignedIn } from './who-is-signed-in.ts'
import { whoIsSignedIn } from './who-is-signed-in.ts'

/** Who works here. `about`: role and negeri in words. */
export type PhonePerson = { readonly me: SignedIn; readonly about: string }

export type Phone =
  | { readonly state: 'looking' }
  /** Work lies here, sealed: a PIN opens it, or signing in. */
  | { readonly state: 'locked'; readonly people: readonly KnownPerson[] }
  /** Nobody has worked here yet, and the Dinas cannot be asked. */
  | { readonly state: 'nobody' }
  | {
      readonly state: 'open'
      readonly person: PhonePerson
      /** Undefined for as long as the device is being opened. */
      readonly store: DeviceStore | undefined
      /** False: the Dinas asks for a new sign-in before it takes anything. */
      readonly signedIn: boolean | undefined
    }

const MINE = 'saya'
const AGAIN_MS = 20_000
const TOUCH_EVERY_MS = 30_000

/** Role that works with this device; others have their screens at the server. */
const WORKS_HERE = new Set(['NEGERI_OFFICER', 'CITIZEN'])

/**
 * Opens the device for whoever works at it: whom the server named, else the last officer as their seal stands, else by
 * PIN. A sign-in of somebody else always comes through the server, so that nothing of the one before is ever shown.
 */
export function usePhone(
  first: PhonePerson | undefined,
): readonly [Phone, (personId: string, pin: string) => ReturnType<typeof openVault>] {
  const [phone, setPhone] = useState<Phone>(
    first ? { state: 'open', person: first, store: undefined, signedIn: true } : { state: 'looking' },
  )
  const openBy = useCallback(async (personId: string, pin: string) => {
    const opened = await openVault(personId, { pin })
    if (opened.ok) setPhone(await openedOf(await takeDevice(opened.vault)))
    return opened
  }, [])

  useEffect(() => {
    let gone = false
    const become = (next: Phone) => {
      if (!gone) setPhone(next)
    }
    void begin(first, become)
    const again = () => void ask(become)
    const timer = setInterval(again, AGAIN_MS)
    const seen = () => {
      if (document.visibilityState === 'visible') void lockIfIdle(become)
    }
    let touchedAt = 0
    const touched = () => {
      if (Date.now() - touchedAt < TOUCH_EVERY_MS) return
      touchedAt = Date.now()
      void touchVault(currentDevice()?.personId ?? '')
    }
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      gone = true
      clearInterval(timer)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }

    /** What the Dinas says of the session, for as long as it is not known to stand. */
    async function ask(become: (next: Phone) => void): Promise<void> {
      const now = await new Promise<Phone>((resolve) =>
        setPhone((phone) => {
          resolve(phone)
          return phone
        }),
      )
      if (now.state === 'open' && now.signedIn === true && now.store !== undefined) return
      if (navigator.onLine) await askServer(now, become)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- whom the server named does not change while the page lives
  }, [])
  return [phone, openBy]
}

/** Put away for long: its key is gone, and the PIN is asked for again. */
async function lockIfIdle(become: (next: Phone) => void): Promise<void> {
  const device = currentDevice()
  if (device === undefined || (await vaultState(device.personId)) === 'open') return
  await lockDevice()
  become({ state: 'locked', people: knownPeople() })
}

async function begin(first: PhonePerson | undefined, become: (next: Phone) => void): Promise<void> {
  if (first !== undefined) {
    rememberPerson(first.me)
    const store = await openDevice(first.me.id)
    await store?.keepSnapshot(MINE, first)
    return become({ state: 'open', person: first, store, signedIn: true })
  }
  const { people, opened, kept } = (await early) ?? (await lookHere())
  let now: Phone = opened?.ok
    ? phoneOf(await takeDevice(opened.vault), kept)
    : people.length > 0
      ? { state: 'locked', people }
      : { state: 'looking' }
  become(now)
  if (navigator.onLine) await askServer(now, become)
  else if (now.state === 'looking') become((now = { state: 'nobody' }))
}

type Kept = Awaited<ReturnType<DeviceStore['snapshot']>>

/** Who worked here last, and whether their seal stands open. Nothing changes by looking. */
async function lookHere(): Promise<{
  readonly people: readonly KnownPerson[]
  readonly opened?: Opening
  readonly kept?: Kept
}> {
  const people = knownPeople()
  const opened = people[0] && (await openVault(people[0].id))
  if (opened?.ok !== true) return { people, ...(opened === undefined ? {} : { opened }) }
  return { people, opened, kept: await deviceStore(opened.vault).snapshot(MINE) }
}

/** The disk is asked while the page is still being brought to life: on a slow phone that is a quarter of a second. */
const early = typeof window === 'undefined' ? undefined : lookHere().catch(() => undefined)

async function openedOf(store: DeviceStore): Promise<Phone> {
  return phoneOf(store, await store.snapshot(MINE))
}

function phoneOf(store: DeviceStore, kept: Kept): Phone {
  if (kept === undefined) return { state: 'nobody' }
  return { state: 'open', person: kept.value as PhonePerson, store, signedIn: undefined }
}

async function askServer(now: Phone, become: (next: Phone) => void): Promise<void> {
  // Somebody left here without a network: nothing opens by their session any more.
  if (leftWithoutNetwork()) {
    if (now.state !== 'open') return tellDinas()
    if (await tellDinasQuietly()) become({ ...now, signedIn: false })
    return
  }
  const who = await whoIsSignedIn()
  if (who === undefined) {
    if (now.state === 'looking') become({ state: 'nobody' })
    return
  }
  if (who === 'nobody') {
    if (now.state === 'open') become({ ...now, signedIn: false })
    else if (now.state !== 'locked') location.replace('/masuk')
    return
  }
  // Somebody else is signed in, or somebody with screens of their own: the server shows them what is theirs.
  if (!WORKS_HERE.has(who.role) || (now.state === 'open' && now.person.me.id !== who.id)) return toServer()
  if (now.state === 'open') {
    const person = { ...now.person, me: who }
    const store = now.store ?? (await openDevice(who.id))
    await store?.keepSnapshot(MINE, person)
    return become({ state: 'open', person, store, signedIn: true })
  }
  // Who chose a PIN is asked for it, also where there is a network: the phone may be in other hands.
  if (now.state === 'locked' && (await hasPin(who.id))) return
  const store = await openDevice(who.id)
  const kept = await store?.snapshot(MINE)
  if (store === undefined || kept === undefined) return toServer()
  const person = { ...(kept.value as PhonePerson), me: who }
  become({ state: 'open', person, store, signedIn: true })
}

async function toServer(): Promise<void> {
  const { openFromDevice } = await import('#client/service-worker/worker-link.ts')
  await openFromDevice(false)
  location.reload()
}
