import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('a clone starts as a demo on port 3000', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    seed: 'demo',
    production: false,
    appUrl: 'http://localhost:3000',
    allowedHosts: [],
  })
})

test('the named settings are honoured', () => {
  const config = readConfig({
    PORT: '3012',
    DATA_DIR: '/tmp/x',
    DATABASE_URL: 'postgres://a/b',
    APP_URL: 'https://antrean.example.go.id/',
    SEED: 'empty',
  })
  expect(config).toMatchObject({
    port: 3012,
    dataDir: '/tmp/x',
    databaseUrl: 'postgres://a/b',
    appUrl: 'https://antrean.example.go.id',
    allowedHosts: ['antrean.example.go.id'],
    https: true,
    seed: 'empty',
  })
})

test.each([
  [{ PORT: 'abc' }, /^PORT has a value/],
  [{ SEED: 'all' }, /^SEED has a value/],
  [{ APP_URL: 'ftp://x' }, /^APP_URL has a value/],
])('a setting that cannot be used is named: %o', (env, words) => {
  expect(() => readConfig(env)).toThrow(words)
})

test.each([
  [{}, /needs APP_URL/],
  [{ APP_URL: 'http://antrean.example.go.id' }, /needs an https APP_URL/],
  [{ APP_URL: 'https://antrean.example.go.id', SEED: 'demo' }, /refuses SEED=demo/],
])('production refuses what suits a demo only: %o', (env, words) => {
  expect(() => readConfig({ SATU_MODE: 'production', ...env })).toThrow(words)
  expect(() => readConfig({ NODE_ENV: 'production', ...env })).toThrow(words)
})
