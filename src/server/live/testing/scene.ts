import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { maySee } from '#domain/access/may-see.ts'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import type { RowTuple } from '#domain/case/row-codec.ts'
import { encodeRow } from '#domain/case/row-codec.ts'
import { SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import type { RowColumns } from '#server/case/rows.ts'
import { ROW_COLUMNS, rowFromColumns } from '#server/case/rows.ts'
import { testDatabase } from '#server/db/test-database.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import type { Instance } from './live-house.ts'
import { liveInstance } from './live-house.ts'
import { Watcher } from './watcher.ts'

export const QUEUE = '81.01/KK'
type Marks = { readonly [queue: string]: number }

/** One instance, its database and the screens that a test opens: there before the first test, closed after each. */
export class Scene {
  db!: TestDatabase
  one!: Instance
  readonly watchers: Watcher[] = []

  async watch(actor: Actor, marks?: Marks, at: Instance = this.one): Promise<Watcher> {
    const { cookie } = await at.signIn(actor)
    return this.again(cookie, marks, at)
  }

  async again(cookie: string, marks?: Marks, at: Instance = this.one): Promise<Watcher> {
    const watcher = new Watcher(at.port, cookie, marks)
    this.watchers.push(watcher)
    return watcher.connected()
  }

  async seqOf(queue = QUEUE): Promise<number> {
    const { rows } = await this.db.pool.query<{ seq: string }>('select seq from queue where id = $1', [queue])
    return Number(rows[0]?.seq ?? 0)
  }

  /** What this person's screen must show: every case of the queue that they may see, straight from the table. */
  async truth(actor: Actor): Promise<readonly RowTuple[]> {
    const { rows } = await this.db.pool.query<RowColumns>(
      `select ${ROW_COLUMNS} from case_file c where queue_id = $1 order by c.id`,
      [QUEUE],
    )
    return rows
      .map(rowFromColumns)
      .filter((row) => maySee(actor, row))
      .map(encodeRow)
  }

  draft(by: Actor = WHO.hanafi, negeri = SAPARUA): Promise<string> {
    return this.one.house.draft(by, negeri, 'KK')
  }

  note(caseId: string, by: Actor = WHO.hanafi, at: Instance = this.one): Promise<CommandAnswer> {
    const note = { type: 'writeNote', noteId: randomUUID(), text: 'Catatan', visibility: 'internal' } as const
    return at.house.run(by, caseId, note)
  }
}

/** To be called once in a test file. */
export function useScene(): Scene {
  const scene = new Scene()
  beforeAll(async () => {
    scene.db = await testDatabase()
    scene.one = await liveInstance(scene.db)
  })
  afterEach(() => {
    for (const watcher of scene.watchers.splice(0)) watcher.close()
  })
  afterAll(async () => {
    await scene.one.close()
    await scene.db.drop()
  })
  return scene
}

export function shown(rows: Watcher['rows']): readonly RowTuple[] {
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).map(encodeRow)
}
