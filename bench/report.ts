import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import os from 'node:os'

/** One measured figure, its limit from the same run, and what is claimed of it. */
export type Figure = {
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** The least work that could do the job, measured in this run. */
  readonly limit?: number
  /** What is claimed: of the value, or of value ÷ limit. */
  readonly target?: { readonly of: 'value' | 'ratio'; readonly most?: number; readonly least?: number }
}

export type Options = {
  readonly quick: boolean
  readonly rounds: number
  readonly more: Readonly<Record<string, string>>
}

const ratioOf = (one: Figure) => (one.limit ? one.value / one.limit : undefined)

function passes(one: Figure): boolean {
  if (!one.target) return true
  const figure = one.target.of === 'value' ? one.value : ratioOf(one)
  if (figure === undefined) return false
  return figure <= (one.target.most ?? Infinity) && figure >= (one.target.least ?? -Infinity)
}

/** Prints the table and the JSON object of one run; `--json FILE` also writes it. The exit code says whether all hold. */
export function report(name: string, options: Options, figures: readonly Figure[]): boolean {
  const rows = figures.map((one) => ({ ...one, ratio: ratioOf(one), pass: passes(one) }))
  for (const { figure, value, unit, limit, ratio, target, pass } of rows) {
    const words = [
      `${round(value)} ${unit}`.padStart(16),
      limit === undefined ? '' : `limit ${round(limit)}`,
      ratio === undefined ? '' : `ratio ${round(ratio)}`,
    ]
    const claim = target
      ? `${target.of}${target.most === undefined ? '' : ` ≤ ${target.most}`}${target.least === undefined ? '' : ` ≥ ${target.least}`}  ${pass ? 'ok' : 'MISSED'}`
      : ''
    process.stdout.write(`${figure.padEnd(58)} ${words.map((word) => word.padEnd(16)).join(' ')} ${claim}\n`)
  }
  const cpus = os.cpus()
  const json = {
    name,
    date: new Date().toISOString(),
    machine: `${cpus.length} × ${cpus[0]?.model ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.platform()} ${os.release()}, Node ${process.versions.node}`,
    commit: commit(),
    options,
    metrics: rows,
    pass: rows.every((row) => row.pass),
  }
  const text = JSON.stringify(json)
  process.stdout.write(`${text}\n`)
  if (options.more['json']) writeFileSync(options.more['json'], `${text}\n`)
  // A small run on a busy machine says nothing of speed; that nothing is lost or doubled it must show.
  return options.quick ? rows.every((row) => row.pass || row.target?.most !== 0) : json.pass
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2
    ? (sorted[Math.floor(middle)] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
