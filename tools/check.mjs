// `npm run check`: everything that can be said without running the product, cheapest first.
import { spawnSync } from 'node:child_process'

const node = process.execPath
const steps = [
  { name: 'imports', words: ['tools/check-imports.mjs'] },
  { name: 'format', words: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
  { name: 'types', words: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'] },
  { name: 'dead code', words: ['node_modules/knip/bin/knip.js', '--no-config-hints'] },
  { name: 'lint', words: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
]

let failed = 0
for (const { name, words } of steps) {
  const started = Date.now()
  const { status } = spawnSync(node, words, { stdio: 'inherit' })
  const verdict = status === 0 ? 'ok' : 'FAILED'
  if (status !== 0) failed += 1
  console.log(`check ${name}: ${verdict} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
process.exit(failed === 0 ? 0 : 1)
