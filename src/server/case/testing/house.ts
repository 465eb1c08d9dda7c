import { randomBytes, randomUUID } from 'node:crypto'
import pino from 'pino'
import type { Actor } from '#domain/access/actor.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { CaseCommand } from '#domain/case/command.ts'
import type { Refusal } from '#domain/case/refusal.ts'
import { situationOf } from '#domain/case/form.ts'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import { BANDA, MORNING, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { MINUTE_MS } from '#domain/shared/instant.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import type { Config } from '#server/config.ts'
import { readConfig } from '#server/config.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import { openPool } from '#server/db/pool.ts'
import type { Bus } from '#server/feed/bus.ts'
import { openBus } from '#server/feed/bus.ts'
import { createFeed } from '#server/feed/feed.ts'
import { createSealer } from '#server/seal/sealer.ts'
import type { Shell } from '#server/shell.ts'
import { loadCase } from '../load-case.ts'
import { runCommand } from '../run-command.ts'

export const ORIGIN = { address: '10.0.0.7', device: 'test' }

const key = (): string => randomBytes(32).toString('base64url')
const KEYS = { sealing: [{ id: 1, key: key() }], blindIndex: key() }

/** An office on a real database: the writer, the feed and the people of the story, with a clock that tests may move. */
export class House {
  readonly shell: Shell
  readonly db: TestDatabase
  readonly bus: Bus
  now: Instant = MORNING
  readonly #stops: (() => Promise<void>)[] = []

  constructor(
    db: TestDatabase,
    more: { readonly connections?: number; readonly config?: Partial<Config> } = {},
  ) {
    this.db = db
    const log = pino({ level: 'silent' })
    const pool = more.connections === undefined ? db.pool : openPool(db.url, { max: more.connections })
    if (pool !== db.pool) this.#stops.push(() => pool.end())
    const bus = openBus(pool, log)
    const feed = createFeed({ pool, log }, bus)
    this.#stops.unshift(
      () => feed.stop(),
      () => bus.stop(),
    )
    const config = { ...readConfig({ NODE_ENV: 'test' }), ...more.config }
    this.shell = {
      config,
      pool,
      prisma: db.prisma,
      clock: () => this.now,
      log,
      sealer: createSealer(KEYS),
      feed,
    }
    this.bus = bus
  }

  /** The negeri of the story. */
  async open(): Promise<this> {
    await this.db.pool.query(
      "insert into region (code, name, level) select code, code, 'negeri_desa' from unnest($1::text[]) code on conflict do nothing",
      [[SAPARUA, BANDA, '81.01.12.2012']],
    )
    return this
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) await stop()
  }

  run(
    actor: Actor,
    caseId: string,
    command: CaseCommand,
    commandId: string = randomUUID(),
  ): Promise<CommandAnswer> {
    return runCommand(this.shell, actor, { commandId, caseId, seenVersion: 0, command }, ORIGIN)
  }

  /** It must be accepted, and a minute passes. */
  async do(
    actor: Actor,
    caseId: string,
    command: CaseCommand,
  ): Promise<Extract<CommandAnswer, { ok: true }>> {
    const answer = await this.run(actor, caseId, command)
    if (!answer.ok) throw new Error(`${command.type} by ${actor.id}: ${JSON.stringify(answer.refusal)}`)
    this.now += MINUTE_MS
    return answer
  }

  async refusal(actor: Actor, caseId: string, command: CaseCommand): Promise<Refusal | undefined> {
    const answer = await this.run(actor, caseId, command)
    return answer.ok ? undefined : answer.refusal
  }

  async draft(
    by: Actor = WHO.hanafi,
    negeri: string = SAPARUA,
    service: 'KK' | 'AKTA_KELAHIRAN' = 'AKTA_KELAHIRAN',
  ): Promise<string> {
    const caseId = randomUUID()
    const kind = KINDS[service]
    const answers = fitAnswers(kind, localDateInWit(this.now))
    await this.do(by, caseId, { type: 'create', service, kind, negeri, answers })
    return caseId
  }

  async addPapers(caseId: string, by: Actor = WHO.hanafi): Promise<void> {
    const file = await loadCase(this.shell, caseId)
    if (!file) throw new Error('no such case')
    for (const rule of kindOf(file.service, file.kind)?.papers ?? []) {
      if (rule.neededWhen?.(situationOf(file, this.now)) === false) continue
      await this.do(by, caseId, { type: 'addPaper', fileId: await this.upload(caseId, by), ruleId: rule.id })
    }
  }

  /** A finished upload for this case. */
  async upload(caseId: string, by: Actor): Promise<string> {
    const id = randomUUID()
    await this.db.pool.query(
      "insert into stored_file (id, owner_id, case_id, state, mime, bytes, sha256) values ($1, $2, $3, 'ready', 'image/jpeg', 1000, $4)",
      [id, by.id, caseId, 'a'.repeat(64)],
    )
    return id
  }

  async submitted(by: Actor = WHO.hanafi, negeri: string = SAPARUA): Promise<string> {
    const caseId = await this.draft(by, negeri)
    await this.addPapers(caseId, by)
    await this.do(by, caseId, { type: 'submit' })
    return caseId
  }

  async forwarded(): Promise<string> {
    const caseId = await this.submitted()
    await this.do(WHO.ona, caseId, { type: 'claim' })
    for (const { ruleId } of (await loadCase(this.shell, caseId))?.checklist ?? [])
      await this.do(WHO.ona, caseId, { type: 'checkItem', ruleId, result: 'ok' })
    await this.do(WHO.ona, caseId, { type: 'forward' })
    return caseId
  }
}

const KINDS = { KK: 'KK_LOST', AKTA_KELAHIRAN: 'BIRTH_REGULAR' } as const
