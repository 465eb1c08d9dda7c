// A browser for the end-to-end tests: one that is installed, else Playwright's own, else the system's package.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Chromium's engine without a window to draw: the same pages at half the processor time, so tests prefer it. */
const WINDOWLESS = 'chromium-headless-shell'
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** The path of a browser that is there now, or undefined. `CHROMIUM` overrides. What is measured wants a whole one. */
export function findChromium({ whole = false } = {}) {
  if (process.env.CHROMIUM && existsSync(process.env.CHROMIUM)) return process.env.CHROMIUM
  for (const name of whole ? [...NAMES, WINDOWLESS] : [WINDOWLESS, ...NAMES]) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return existsSync(mac) ? mac : undefined
}

/** Finds a browser or installs one; answers its path, or undefined when Playwright's own is to be used. */
export function ensureChromium(wanted = {}) {
  const found = findChromium(wanted)
  if (found) return found
  console.log('No Chromium found: installing one (once).')
  const own = spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 240_000,
  })
  if (own.status === 0) return undefined
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...words) =>
    execFileSync([...sudo, ...words][0], [...sudo, ...words].slice(1), {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  run('apt-get', 'update', '-qq')
  try {
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', WINDOWLESS)
  } catch {
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  }
  const installed = findChromium(wanted)
  if (!installed)
    throw new Error('No Chromium could be found or installed. Install one and set CHROMIUM to its path.')
  return installed
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.log(ensureChromium() ?? "Playwright's own")
