// `npm test`: everything, in one go. The launcher has installed what is missing before this runs.
import { spawn, spawnSync } from 'node:child_process'
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

/** The same beside others; what it said is printed when it has ended. */
function meanwhile(name, words) {
  const from = Date.now()
  const child = spawn(node, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part))
  return new Promise((done) => {
    child.on('close', (status) => {
      console.log(`\n── ${name}\n${Buffer.concat(said).toString()}`)
      console.log(
        `── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - from) / 1000).toFixed(0)} s)`,
      )
      done(status === 0)
    })
  })
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
  // They judge only that nothing is lost, so they may share the processors.
  results.push(
    ...(await Promise.all([
      meanwhile('bench write, small', ['bench/bench.ts', 'write', '--quick']),
      meanwhile('bench live, small', ['bench/bench.ts', 'live', '--quick']),
      meanwhile('drill kill, small', ['bench/drill-kill.ts', '--quick']),
      meanwhile('drill sea, small', ['bench/drill-sea.ts', '--quick']),
    ])),
  )
}
finish(results.every(Boolean))
