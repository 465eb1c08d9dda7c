// `npm test`: everything, in one go. The launcher has installed what is missing before this runs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureChromium } from './ensure-chromium.mjs'

const node = process.execPath
const reports = mkdtempSync(path.join(tmpdir(), 'satu-antrean-test-'))
const started = Date.now()
let passed = 0
let failed = 0

function step(name, words, env = {}) {
  const from = Date.now()
  console.log(`\n── ${name}`)
  const { status } = spawnSync(node, words, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(0)} s)`)
  return status === 0
}

function finish(ok) {
  rmSync(reports, { recursive: true, force: true })
  if (!ok && failed === 0) failed = 1
  console.log(`\ntook ${((Date.now() - started) / 1000).toFixed(0)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(ok ? 0 : 1)
}

const unit = path.join(reports, 'unit.json')
const browser = path.join(reports, 'browser.json')
const results = []
results.push(step('check', ['tools/check.mjs']))
results.push(
  step('rules and database', [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ]),
)
if (existsSync(unit)) {
  const sum = JSON.parse(readFileSync(unit, 'utf8'))
  passed += sum.numPassedTests
  failed += sum.numFailedTests
}
const built = step('build', ['src/main/launch.mjs', 'build'])
results.push(built)
if (built) {
  const chromium = ensureChromium()
  results.push(
    step('in the browser', ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: browser,
      ...(chromium ? { CHROMIUM: chromium } : {}),
    }),
  )
  if (existsSync(browser)) {
    const { stats } = JSON.parse(readFileSync(browser, 'utf8'))
    passed += stats.expected + stats.flaky
    if (stats.flaky > 0) console.log(`${stats.flaky} passed only at the second try: look at them`)
    failed += stats.unexpected
  }
  // `live` needs minutes even when small; it is run by hand, and its parts by src/server/live/*.db.test.ts.
  for (const name of ['write'])
    results.push(step(`bench ${name}, small`, ['bench/bench.ts', name, '--quick']))
  results.push(step('drill kill, small', ['bench/drill-kill.ts', '--quick']))
}
finish(results.every(Boolean))
