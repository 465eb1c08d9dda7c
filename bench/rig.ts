import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import pino from 'pino'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import { situationOf } from '#domain/case/form.ts'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { loadCase } from '#server/case/load-case.ts'
import { runCommand } from '#server/case/run-command.ts'
import { readConfig } from '#server/config.ts'
import { startEmbedded } from '#server/db/embedded.ts'
import { applyMigrations } from '#server/db/migrate.ts'
import { openPool } from '#server/db/pool.ts'
import { openPrisma } from '#server/db/prisma.ts'
import { openBus } from '#server/feed/bus.ts'
import { createFeed } from '#server/feed/feed.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'

const ORIGIN = { address: '127.0.0.1', device: 'bench' }
const KIND = { KK: 'KK_LOST', AKTA_KELAHIRAN: 'BIRTH_REGULAR' } as const
export type Service = keyof typeof KIND

export type Rig = {
  readonly shell: Shell
  readonly urls: { readonly app: string; readonly owner: string }
  readonly bus: ReturnType<typeof openBus>
  close(): Promise<void>
}

/** A durable PostgreSQL of its own in a temporary folder, migrated, with a shell around it. */
export async function openRig(connections: number): Promise<Rig> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-bench-'))
  chmodSync(dataDir, 0o755) // PostgreSQL's own user must get in, or the data would lie elsewhere and stay
  const database = await startEmbedded({ dataDir })
  await applyMigrations(database.ownerUrl)
  const { shell, bus, close } = openRigShell(database.appUrl, connections)
  return {
    shell,
    bus,
    urls: { app: database.appUrl, owner: database.ownerUrl },
    async close() {
      await close()
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const KEYS = {
  sealing: [{ id: 1, key: randomBytes(32).toString('base64url') }],
  blindIndex: randomBytes(32).toString('base64url'),
}

/** Children of one benchmark open what the parent sealed: they are given its keys. */
export function openRigShell(
  url: string,
  connections: number,
  keys = KEYS,
): Pick<Rig, 'shell' | 'bus' | 'close'> {
  const log = pino({ level: 'silent' })
  const pool = openPool(url, { max: connections })
  const bus = openBus(pool, log)
  const feed = createFeed({ pool, log }, bus)
  const prisma = openPrisma(pool)
  const config = readConfig({ SEED: 'demo' })
  return {
    bus,
    shell: { config, pool, prisma, clock: Date.now, log, sealer: createSealer(keys), feed },
    async close() {
      await feed.stop()
      await bus.stop()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** An office for one kabupaten: a village, and one person of each role that its cases need. */
export class Office {
  readonly shell: Shell
  readonly regency: string
  readonly negeri: string

  constructor(shell: Shell, regency: string) {
    this.shell = shell
    this.regency = regency
    this.negeri = `${regency}.01.2001`
  }

  static async openAll(shell: Shell, regencies: readonly string[]): Promise<readonly Office[]> {
    const offices = regencies.map((regency) => new Office(shell, regency))
    await shell.pool.query(
      "insert into region (code, name, level) select code, code, 'negeri_desa' from unnest($1::text[]) code on conflict do nothing",
      [offices.map((office) => office.negeri)],
    )
    return offices
  }

  person(role: Role, name: string): Actor {
    const area = role === 'NEGERI_OFFICER' ? this.negeri : this.regency
    return { id: `${name}@${this.regency}`, name, role, areas: [area], services: [] }
  }

  run(actor: Actor, caseId: string, command: CaseCommand): Promise<CommandAnswer> {
    return runCommand(this.shell, actor, { commandId: randomUUID(), caseId, seenVersion: 0, command }, ORIGIN)
  }

  /** The commands of one case from its draft to the desk of the Dinas, given one at a time: some twenty-five. */
  async *life(service: Service): AsyncGenerator<{ actor: Actor; caseId: string; command: CaseCommand }> {
    const [caseId, kind] = [randomUUID(), KIND[service]]
    const [village, second, operator] = [
      this.person('NEGERI_OFFICER', 'Hanafi'),
      this.person('NEGERI_OFFICER', 'Ona'),
      this.person('OPERATOR', 'Yopi'),
    ]
    const answers = fitAnswers(kind, localDateInWit(Date.now()))
    const papers = kindOf(service, kind)?.papers ?? []
    const fileIds = await this.#uploads(caseId, papers.length)
    yield { actor: village, caseId, command: { type: 'create', service, kind, negeri: this.negeri, answers } }
    yield {
      actor: village,
      caseId,
      command: {
        type: 'edit',
        changed: { phone: '081299990000' },
        base: { phone: answers['phone'] ?? null },
      },
    }
    const draft = await loadCase(this.shell, caseId)
    for (const [n, rule] of papers.entries()) {
      if (draft && rule.neededWhen?.(situationOf(draft, Date.now())) === false) continue
      yield {
        actor: village,
        caseId,
        command: { type: 'addPaper', fileId: fileIds[n] ?? '', ruleId: rule.id },
      }
    }
    yield { actor: village, caseId, command: { type: 'submit' } }
    yield { actor: second, caseId, command: { type: 'claim' } }
    for (const { ruleId } of (await loadCase(this.shell, caseId))?.checklist ?? [])
      yield { actor: second, caseId, command: { type: 'checkItem', ruleId, result: 'ok' } }
    yield { actor: second, caseId, command: { type: 'forward' } }
    yield { actor: operator, caseId, command: { type: 'claim' } }
    yield {
      actor: operator,
      caseId,
      command: { type: 'writeNote', noteId: randomUUID(), text: 'Berkas diperiksa', visibility: 'internal' },
    }
    yield { actor: operator, caseId, command: { type: 'release' } }
  }

  async #uploads(caseId: string, count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, () => randomUUID())
    await this.shell.pool.query(
      "insert into stored_file (id, owner_id, case_id, state, mime, bytes, sha256) select id, 'x', $2, 'ready', 'image/jpeg', 1000, $3 from unnest($1::uuid[]) id",
      [ids, caseId, 'a'.repeat(64)],
    )
    return ids
  }
}

/** Runs `work` in so many lanes until the time is over; how many times it ended, and how fast. */
export async function lanes(
  count: number,
  ms: number,
  work: (lane: number) => Promise<number>,
): Promise<{ readonly done: number; readonly perSecond: number }> {
  let done = 0
  const started = performance.now()
  const until = started + ms
  await Promise.all(
    Array.from({ length: count }, async (_, lane) => {
      while (performance.now() < until) {
        const more = await work(lane)
        done += more
      }
    }),
  )
  return { done, perSecond: done / ((performance.now() - started) / 1000) }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export type Pool = pg.Pool
