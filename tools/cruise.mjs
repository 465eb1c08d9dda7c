import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const cruiser = fileURLToPath(
  new URL('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', import.meta.url),
)
const reader = fileURLToPath(new URL('./read-tsx.cjs', import.meta.url))

// Rules that a type may break. The swc reader does not tell `import type` apart, so the source is asked.
const TYPES_ALLOWED = new Set(['client-router-type', 'kit-domain-types'])

/** Runs the import rules in a tree; answers the modules that were read and each violation as rule, from, to. */
export function cruise(cwd, folders) {
  const out = execFileSync(
    process.execPath,
    [
      '--require',
      reader,
      cruiser,
      ...folders,
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      '--no-progress',
    ],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  )
  const report = JSON.parse(out)
  return {
    modules: new Set(report.modules.map((module) => module.source)),
    violations: report.summary.violations
      .map((violation) => ({ rule: violation.rule.name, from: violation.from, to: violation.to }))
      .filter(
        (violation) =>
          !(TYPES_ALLOWED.has(violation.rule) && importsOnlyTypes(cwd, violation.from, violation.to)),
      ),
  }
}

function importsOnlyTypes(cwd, from, to) {
  const base = path.basename(to).replace('.', '\\.')
  const statements =
    readFileSync(path.join(cwd, from), 'utf8').match(
      new RegExp(`(import|export)[^'"]*['"][^'"]*${base}['"]`, 'g'),
    ) ?? []
  return (
    statements.length > 0 &&
    statements.every(
      (statement) =>
        /^(import|export)\s+type\b/.test(statement.slice(statement.lastIndexOf('import'))) ||
        /^export\s+type\b/.test(statement),
    )
  )
}
