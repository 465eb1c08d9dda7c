import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readKeys } from './keys.ts'

const made: string[] = []
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })))
function fresh(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'satu-keys-'))
  made.push(folder)
  return folder
}

test('keys are made once, for their owner only, and read again', () => {
  const dataDir = fresh()
  const keys = readKeys(dataDir, undefined)
  const file = path.join(dataDir, 'secrets', 'keys.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  expect(readKeys(dataDir, undefined)).toEqual(keys)
  expect(readKeys(fresh(), undefined)).not.toEqual(keys)
})

test('keys from the environment leave no file', () => {
  const keys = readKeys(fresh(), undefined)
  const dataDir = fresh()
  expect(readKeys(dataDir, JSON.stringify(keys))).toEqual(keys)
  expect(() => statSync(path.join(dataDir, 'secrets'))).toThrow()
})

test('example keys, repeated keys and spoilt files are refused in one sentence', () => {
  const keys = readKeys(fresh(), undefined)
  const example = Buffer.from('example-key-example-key-example!').toString('base64url')
  const zero = Buffer.alloc(32).toString('base64url')
  for (const bad of [example, zero])
    expect(() => readKeys('', JSON.stringify({ ...keys, session: bad }))).toThrow(/example values/)
  expect(() => readKeys('', JSON.stringify({ ...keys, session: keys.audit }))).toThrow(/the same/)
  const dataDir = fresh()
  readKeys(dataDir, undefined)
  const file = path.join(dataDir, 'secrets', 'keys.json')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))
  expect(() => readKeys(dataDir, undefined)).toThrow(/restore/)
})
