import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deviceDb } from './device-db.ts'
import { deviceStore } from './device-store.ts'
import { hasPin, lockVault, openVault, setPin, vaultState } from './vault.ts'

const HOUR = 3_600_000
/** A real one takes a second on a phone, on purpose. */
const FEW = 1_000
const LOGIN = { login: 'what the Dinas tells' }

async function anOfficer(pin?: string) {
  const personId = randomUUID()
  const opened = await openVault(personId, LOGIN, 0)
  if (!opened.ok) throw new Error(opened.why)
  if (pin !== undefined) await setPin(personId, pin, LOGIN, 0, FEW)
  return { personId, vault: opened.vault }
}

test('the first sign-in makes a vault; locked, it opens by signing in and by nothing else', async () => {
  const personId = randomUUID()
  expect(await vaultState(personId, 0)).toBe('absent')
  const made = await openVault(personId, LOGIN, 0)
  expect(made.ok && (await made.vault.unseal(await made.vault.seal({ a: 1 }, 'x'), 'x'))).toEqual({ a: 1 })
  await lockVault(personId)
  expect(await vaultState(personId, 0)).toBe('locked')
  expect(await openVault(personId, undefined, 0)).toEqual({ ok: false, why: 'locked' })
  expect(await openVault(personId, { login: 'another' }, 0)).toEqual({ ok: false, why: 'locked' })
  expect((await openVault(personId, LOGIN, 0)).ok).toBe(true)
})

test('a PIN opens it without a network; what was sealed before opens after', async () => {
  const { personId, vault } = await anOfficer('482913')
  const sealed = await vault.seal({ nik: '8101' }, 'draft/1')
  await lockVault(personId)
  expect(await hasPin(personId)).toBe(true)
  const opened = await openVault(personId, { pin: '482913' }, 0)
  expect(opened.ok && (await opened.vault.unseal(sealed, 'draft/1'))).toEqual({ nik: '8101' })
})

test('wrong PINs cost a growing wait, wipe nothing, and a clock put back locks nobody out', async () => {
  const { personId } = await anOfficer('482913')
  await lockVault(personId)
  for (let wrong = 1; wrong <= 3; wrong += 1)
    expect(await openVault(personId, { pin: '000000' }, 0)).toEqual({ ok: false, why: 'wrong-pin' })
  expect(await openVault(personId, { pin: '482913' }, 29_000)).toEqual({ ok: false, why: 'wait', at: 30_000 })
  expect(await openVault(personId, { pin: '000000' }, 30_000)).toEqual({ ok: false, why: 'wrong-pin' })
  expect(await openVault(personId, { pin: '482913' }, 60_000)).toMatchObject({ why: 'wait', at: 90_000 })
  expect((await openVault(personId, { pin: '482913' }, -48 * HOUR)).ok).toBe(true)
})

test('left alone it locks itself: soon with a PIN, after a day’s work without', async () => {
  const [withPin, without] = [await anOfficer('482913'), await anOfficer()]
  expect(await vaultState(withPin.personId, HOUR / 4)).toBe('open')
  expect(await vaultState(withPin.personId, HOUR)).toBe('locked')
  expect(await vaultState(without.personId, HOUR)).toBe('open')
  expect(await vaultState(without.personId, 13 * HOUR)).toBe('locked')
})

test('another officer’s key opens nothing, and nothing opens in another place', async () => {
  const [mina, ona] = [await anOfficer(), await anOfficer()]
  const sealed = await mina.vault.seal('words', 'draft/1')
  await expect(ona.vault.unseal(sealed, 'draft/1')).rejects.toThrow()
  await expect(mina.vault.unseal(sealed, 'draft/2')).rejects.toThrow()
})

test('what lies on the disk shows no word and no byte, and another officer’s list is empty', async () => {
  const [mina, ona] = [await anOfficer(), await anOfficer()]
  const store = deviceStore(mina.vault)
  const bytes = new TextEncoder().encode('SURAT KELAHIRAN')
  const about = { ruleId: 'KK', mime: 'image/jpeg', bytes: bytes.length, sha256: 'a', takenAt: 0 }
  await store.write([{ keep: { kind: 'paper', id: 'p', caseId: 'c', ...about }, bytes }])
  await store.keepSnapshot('own', [{ applicant: 'GRASELA TUAPETI' }])
  expect(new TextDecoder().decode(await store.bytesOf('p'))).toBe('SURAT KELAHIRAN')
  expect(await deviceStore(ona.vault).all('paper')).toEqual([])
  const db = await deviceDb()
  const disk = [...(await db.getAll('entries')), ...(await db.getAll('bytes'))].map(({ sealed }) =>
    'body' in sealed ? new TextDecoder('latin1').decode(sealed.body) : JSON.stringify(sealed),
  )
  expect(disk.join()).not.toMatch(/GRASELA|SURAT|jpeg/)
  await store.write([{ drop: 'paper', id: 'p' }])
  expect(await store.bytesOf('p')).toBeUndefined()
})
