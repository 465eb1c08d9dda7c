import type { DeviceDb } from './device-db.ts'
import { deviceDb, STRICT } from './device-db.ts'
import { pinDelayMs } from './pin-delay.ts'
import {
  dataKey,
  hasCipher,
  keyOfLogin,
  keyOfPin,
  newDeviceKey,
  newRawKey,
  newSalt,
  PIN_ROUNDS,
  unwrap,
  wrap,
} from './vault-crypto.ts'
import type { VaultRecord } from './vault-record.ts'
import type { Vault } from './vault-seal.ts'
import { plainVault, vaultWith } from './vault-seal.ts'

/** `absent`: nothing of this person lies here. `locked`: it does, and opens by PIN or by signing in. */
export type VaultState = 'absent' | 'locked' | 'open'

export type Opening =
  | { readonly ok: true; readonly vault: Vault }
  | { readonly ok: false; readonly why: 'absent' | 'locked' | 'no-pin' | 'wrong-pin' }
  /** Too many wrong ones: the next is looked at from `at` on. */
  | { readonly ok: false; readonly why: 'wait'; readonly at: number }

/** `login`: what `intake.vaultSecret` tells whoever is signed in; it also makes the vault. */
export type OpenBy = { readonly pin: string } | { readonly login: string }

/** Without a touch for so long the key is dropped: by PIN it is quickly back; without one, a signed-in day. */
const IDLE_MS = { withPin: 30 * 60_000, withoutPin: 12 * 3_600_000 }
const TOUCH_EVERY_MS = 60_000
const DEVICE = 'device'
const openName = (personId: string) => `open/${personId}`

const listeners = new Set<() => void>()
const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('satu-antrean-kunci')
channel?.addEventListener('message', () => tellHere())
;(channel as { unref?: () => void } | undefined)?.unref?.()

function tellHere(): void {
  for (const listener of listeners) listener()
}
function tell(): void {
  tellHere()
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin but ours
  channel?.postMessage(0)
}

/** Opened, locked, signed out, here or in another tab: ask again. */
export function onVaultChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export async function vaultState(personId: string, now: number = Date.now()): Promise<VaultState> {
  if (!hasCipher()) return 'open'
  const db = await deviceDb()
  const record = await db.get('vaults', personId)
  if (record === undefined) return 'absent'
  return (await openKey(db, personId, record, now)) === undefined ? 'locked' : 'open'
}

/** Has this person chosen a PIN on this device? */
export async function hasPin(personId: string): Promise<boolean> {
  return hasCipher() && (await (await deviceDb()).get('vaults', personId))?.byPin !== undefined
}

/**
 * The seal of this person: as it stands open, or opened now by a PIN or by what the Dinas told who signed in. Nothing
 * is ever wiped by wrong PINs; each costs a longer wait.
 */
export async function openVault(personId: string, by?: OpenBy, now: number = Date.now()): Promise<Opening> {
  if (!hasCipher()) return { ok: true, vault: plainVault(personId) }
  const db = await deviceDb()
  const record = await db.get('vaults', personId)
  const open = record && (await openKey(db, personId, record, now))
  if (open !== undefined && !(by && 'pin' in by)) return { ok: true, vault: vaultWith(personId, open) }
  if (by === undefined) return { ok: false, why: record === undefined ? 'absent' : 'locked' }
  if ('pin' in by) return openByPin(db, personId, record, by.pin, now)
  const raw =
    record === undefined ? await makeVault(db, personId, by.login, now) : await rawByLogin(record, by.login)
  return raw === undefined ? { ok: false, why: 'locked' } : take(db, personId, raw, now)
}

/** Chooses or changes the PIN. `by`: the present PIN, or what the Dinas tells whoever is signed in. */
export async function setPin(
  personId: string,
  pin: string,
  by: OpenBy,
  now: number = Date.now(),
  rounds: number = PIN_ROUNDS,
): Promise<Opening> {
  const db = await deviceDb()
  const record = await db.get('vaults', personId)
  if (record === undefined) return { ok: false, why: 'absent' }
  if ('pin' in by) {
    const opened = await openByPin(db, personId, record, by.pin, now)
    if (!opened.ok) return opened
  }
  const raw = 'pin' in by ? await rawByPin(db, record, by.pin) : await rawByLogin(record, by.login)
  if (raw === undefined) return { ok: false, why: 'locked' }
  const salt = newSalt()
  const byPin = {
    ...(await wrap(raw, await keyOfPin(pin, salt, rounds, await deviceKey(db)))),
    salt,
    rounds,
  }
  await keepRecord(db, personId, { ...record, byPin, wrongPins: 0, nextPinAt: 0 })
  return take(db, personId, raw, now)
}

/** The person did something: the key stays for another while. Sending in the background is no sign of a person. */
export async function touchVault(personId: string, now: number = Date.now()): Promise<void> {
  if (!hasCipher()) return
  const db = await deviceDb()
  const change = db.transaction('keys', 'readwrite')
  const open = await change.store.get(openName(personId))
  if (open !== undefined && now - open.usedAt > TOUCH_EVERY_MS)
    await change.store.put({ ...open, usedAt: now }, openName(personId))
  await change.done
}

/** Drops the key of one person, or of everybody: on lock and on sign-out. What is sealed stays, and stays sealed. */
export async function lockVault(personId?: string): Promise<void> {
  if (!hasCipher()) return
  const db = await deviceDb()
  const change = db.transaction('keys', 'readwrite', STRICT)
  for (const name of await change.store.getAllKeys())
    if (personId === undefined ? name.startsWith('open/') : name === openName(personId))
      await change.store.delete(name)
  await change.done
  tell()
}

async function openKey(
  db: DeviceDb,
  personId: string,
  record: VaultRecord,
  now: number,
): Promise<CryptoKey | undefined> {
  const open = await db.get('keys', openName(personId))
  if (open === undefined) return undefined
  const idle = record.byPin === undefined ? IDLE_MS.withoutPin : IDLE_MS.withPin
  // A clock that was put back does not hold it open.
  if (Math.abs(now - open.usedAt) <= idle) return open.key
  await db.delete('keys', openName(personId))
  return undefined
}

async function makeVault(
  db: DeviceDb,
  personId: string,
  login: string,
  now: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const [raw, salt] = [newRawKey(), newSalt()]
  const byLogin = { ...(await wrap(raw, await keyOfLogin(login, salt))), salt }
  const record: VaultRecord = { madeAt: now, byLogin, wrongPins: 0, nextPinAt: 0 }
  const change = db.transaction('vaults', 'readwrite', STRICT)
  const other = await change.store.get(personId)
  if (other === undefined) await change.store.put(record, personId)
  await change.done
  if (other === undefined) return raw
  return (await rawByLogin(other, login)) ?? raw // another tab was faster
}

const rawByLogin = async (record: VaultRecord, login: string) =>
  unwrap(record.byLogin, await keyOfLogin(login, record.byLogin.salt))

async function rawByPin(db: DeviceDb, record: VaultRecord, pin: string) {
  if (record.byPin === undefined) return undefined
  return unwrap(
    record.byPin,
    await keyOfPin(pin, record.byPin.salt, record.byPin.rounds, await deviceKey(db)),
  )
}

async function openByPin(
  db: DeviceDb,
  personId: string,
  record: VaultRecord | undefined,
  pin: string,
  now: number,
): Promise<Opening> {
  if (record === undefined) return { ok: false, why: 'absent' }
  if (record.byPin === undefined) return { ok: false, why: 'no-pin' }
  const wait = record.nextPinAt - now
  // A clock that was put back must not lock a person out for days.
  if (wait > 0 && wait <= pinDelayMs(record.wrongPins))
    return { ok: false, why: 'wait', at: record.nextPinAt }
  const wrongPins = record.wrongPins + 1
  await keepRecord(db, personId, { ...record, wrongPins, nextPinAt: now + pinDelayMs(wrongPins) })
  const raw = await rawByPin(db, record, pin)
  if (raw === undefined) return { ok: false, why: 'wrong-pin' }
  await keepRecord(db, personId, { ...record, wrongPins: 0, nextPinAt: 0 })
  return take(db, personId, raw, now)
}

async function take(
  db: DeviceDb,
  personId: string,
  raw: Uint8Array<ArrayBuffer>,
  now: number,
): Promise<Opening> {
  const key = await dataKey(raw)
  raw.fill(0)
  await db.put('keys', { key, usedAt: now }, openName(personId))
  tell()
  return { ok: true, vault: vaultWith(personId, key) }
}

async function keepRecord(db: DeviceDb, personId: string, record: VaultRecord): Promise<void> {
  const change = db.transaction('vaults', 'readwrite', STRICT)
  await Promise.all([change.store.put(record, personId), change.done])
}

async function deviceKey(db: DeviceDb): Promise<CryptoKey> {
  const known = await db.get('keys', DEVICE)
  if (known !== undefined) return known.key
  const made = await newDeviceKey()
  const change = db.transaction('keys', 'readwrite', STRICT)
  const other = await change.store.get(DEVICE)
  if (other === undefined) await change.store.put({ key: made, usedAt: 0 }, DEVICE)
  await change.done
  return other?.key ?? made
}
