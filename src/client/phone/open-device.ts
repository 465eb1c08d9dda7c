import { useSyncExternalStore } from 'react'
import type { DeviceStore } from '#client/device/device-store.ts'
import { deviceStore } from '#client/device/device-store.ts'
import type { Vault } from '#client/device/vault-seal.ts'
import { lockVault, onVaultChange, openVault, vaultState } from '#client/device/vault.ts'
import { api } from '#client/trpc.ts'
import { knownPeople } from './known-people.ts'

let current: DeviceStore | undefined
const listeners = new Set<() => void>()

function become(next: DeviceStore | undefined): void {
  current = next
  for (const listener of listeners) listener()
}

onVaultChange(() => void dropIfLocked())

/** Locked or signed out in another tab: nothing of it stays readable in this one. */
async function dropIfLocked(): Promise<void> {
  const held = current
  if (held === undefined || (await vaultState(held.personId)) === 'open') return
  if (current === held) become(undefined)
}

/** What the officer who works here now keeps on this device; undefined while it is locked or being opened. */
export function currentDevice(): DeviceStore | undefined {
  return current
}

/** The same, told again whenever it is opened or locked. */
export function useDevice(): DeviceStore | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
    () => undefined,
  )
}

/** From now on this is whose device it is: everybody else's seal is shut. */
export async function takeDevice(vault: Vault): Promise<DeviceStore> {
  if (current?.personId === vault.personId) return current
  const others = knownPeople().filter((one) => one.id !== vault.personId)
  await Promise.all(others.map((one) => lockVault(one.id)))
  const store = deviceStore(vault)
  become(store)
  return store
}

/** As it stands open; otherwise by what the Dinas tells whoever is signed in. Undefined: locked, and no network. */
export async function openDevice(personId: string): Promise<DeviceStore | undefined> {
  if (current?.personId === personId) return current
  const open = await openVault(personId)
  if (open.ok) return takeDevice(open.vault)
  const login = await api.intake.vaultSecret.query().catch(() => undefined)
  if (login === undefined) return undefined
  const opened = await openVault(personId, { login: login.secret })
  return opened.ok ? takeDevice(opened.vault) : undefined
}

/** Nothing of anybody can be read here until a PIN or a sign-in opens it again. */
export async function lockDevice(): Promise<void> {
  become(undefined)
  await lockVault()
}
