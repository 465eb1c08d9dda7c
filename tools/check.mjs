// `npm run check`: everything that can be said without running the product, cheapest first.
import { spawnSync } from 'node:child_process'

const node = process.execPath
const steps = [
  ['imports', [node, 'tools/check-imports.mjs']],
  ['lint', [node, 'node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
  ['format', [node, 'node_modules/oxfmt/bin/oxfmt', '--check', '.']],
  ['types', [node, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']],
  ['dead code', [node, 'node_modules/knip/bin/knip.js']],
]

let failed = 0
for (const [name, [command, ...words]] of steps) {
  const started = Date.now()
  const { status } = spawnSync(command, words, { stdio: 'inherit' })
  const verdict = status === 0 ? 'ok' : 'FAILED'
  if (status !== 0) failed += 1
  console.log(`check ${name}: ${verdict} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
process.exit(failed === 0 ? 0 : 1)
