import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import * as z from 'zod/mini'
import type { Instant } from '#domain/shared/instant.ts'
import { canonicalJson } from './canonical-json.ts'

const Heads = z.record(z.string(), z.tuple([z.number(), z.string()]))
const Line = z.strictObject({ at: z.number(), heads: Heads, prev: z.string(), mac: z.string() })

type Queryable = Pick<pg.ClientBase, 'query'>

/** The ends of the audit chains as they stood at a moment, signed: `[index, hash]` by chain. */
export type SignedHeads = z.infer<typeof Line>
export type Heads = z.infer<typeof Heads>

/** Outside the database, so that whoever cuts the end of a chain there is found out here. */
export function headsFile(dataDir: string): string {
  return path.join(dataDir, 'audit-heads.jsonl')
}

function macOf(key: string, line: Omit<SignedHeads, 'mac'>): string {
  return createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(canonicalJson([line.at, line.heads, line.prev]))
    .digest('hex')
}

/** All chains and where they end, from one moment. */
export async function readHeads(db: Queryable): Promise<Heads> {
  const { rows } = await db.query<{ chain: string; index: number; hash: string }>(
    `select id as chain, audit_index::float8 as index, audit_hash as hash from queue where audit_index > 0
     union all select chain, index::float8, hash from audit_chain where index > 0`,
  )
  return Object.fromEntries(rows.map(({ chain, index, hash }) => [chain, [index, hash] as const]))
}

export type HeadSigner = { sign(): Promise<void> }

/**
 * Writes down, once per call, the ends that moved. Each line names the one before it, so none can be taken out of the
 * middle. A copy of the file on another machine protects its own end.
 */
export function createHeadSigner(
  shell: { readonly pool: Queryable; readonly clock: () => Instant },
  dataDir: string,
  key: string,
): HeadSigner {
  const file = headsFile(dataDir)
  const lines = readSignedHeads(file)
  let prev = lines.at(-1)?.mac ?? ''
  let known: Heads = Object.assign({}, ...lines.map((line) => line.heads)) as Heads
  return {
    async sign() {
      const now = await readHeads(shell.pool)
      const moved = Object.fromEntries(
        Object.entries(now).filter(([chain, [index]]) => known[chain]?.[0] !== index),
      )
      if (Object.keys(moved).length === 0) return
      const line = { at: shell.clock(), heads: moved, prev }
      const signed: SignedHeads = { ...line, mac: macOf(key, line) }
      append(file, `${JSON.stringify(signed)}\n`)
      prev = signed.mac
      known = { ...known, ...moved }
    },
  }
}

function append(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What was signed so far. A last line that a power cut left half is none; any other one that cannot be read is kept as a gap. */
export function readSignedHeads(file: string): readonly SignedHeads[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return text.split('\n').flatMap((line) => {
    const parsed = Line.safeParse(jsonOf(line))
    return parsed.success ? [parsed.data] : []
  })
}

/** The first line whose signature or whose place in the row is not right; undefined when all are. */
export function firstForged(lines: readonly SignedHeads[], key: string): number | undefined {
  const found = lines.findIndex((line, n) => {
    const right = Buffer.from(macOf(key, line))
    const given = Buffer.from(line.mac)
    const signed = right.length === given.length && timingSafeEqual(right, given)
    return !signed || line.prev !== (lines[n - 1]?.mac ?? '')
  })
  return found === -1 ? undefined : found
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
