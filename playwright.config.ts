import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './tools/ensure-chromium.mjs'

const port = Number(process.env.E2E_PORT ?? 3190)
const dataDir = process.env.E2E_DATA_DIR ?? mkdtempSync(path.join(tmpdir(), 'satu-antrean-e2e-'))
process.env.E2E_DATA_DIR = dataDir // the workers read this file again
const chromium = findChromium()

// The real server, built for production, on a fresh demo database of its own.
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 3, // on two cores too: now and then a test waits for time to pass
  timeout: 60_000,
  // Generous, because two cores also run the server and its database; what must be fast is measured in bench/.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0, // a test that passes at the second try is broken
  outputDir: 'test-results',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Jayapura',
    // A trace films every step, at a third of the whole time: E2E_TRACE=1 when one is needed.
    trace: process.env['E2E_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    contextOptions: { reducedMotion: 'reduce' },
    serviceWorkers: 'block', // only the specs about being offline want one; the others would each install it anew
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" src/main/launch.mjs start`,
    url: `http://127.0.0.1:${port}/api/ready`,
    timeout: 180_000,
    reuseExistingServer: process.env.E2E_REUSE === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
    env: {
      PORT: String(port),
      DATA_DIR: dataDir,
      APP_URL: `http://127.0.0.1:${port}`,
      SEED: 'demo',
      SEED_CASES: process.env['SEED_CASES'] ?? '160', // no spec asks what they are
      DATABASE_URL: '',
    },
  },
})
