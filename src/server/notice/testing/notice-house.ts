import { randomUUID } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { House } from '#server/case/testing/house.ts'
import type { Config } from '#server/config.ts'
import { testDatabase } from '#server/db/test-database.ts'
import { stopBoss } from '#server/jobs/boss.ts'

/** A house whose people have accounts, and as many instances of it as a test needs. */
export class NoticeHouse extends House {
  readonly #more: House[] = []

  static async begin(config: Partial<Config> = {}): Promise<NoticeHouse> {
    return new NoticeHouse(await testDatabase(), { config }).open()
  }

  /** The same person with an account: the id is the account's. */
  async account<Person extends Actor>(actor: Person): Promise<Person> {
    const id = randomUUID()
    await this.db.pool.query(
      'insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, `p-${id}`, actor.name, '', actor.role, actor.areas, actor.services],
    )
    return { ...actor, id }
  }

  /** Another process on the same database, with a pool of its own and the keys of this one. */
  async another(connections = 6): Promise<House> {
    const one = await new House(this.db, { connections, config: this.shell.config }).open()
    Object.assign(one.shell, { sealer: this.shell.sealer, clock: () => this.now })
    this.#more.push(one)
    return one
  }

  async end(): Promise<void> {
    for (const one of [...this.#more, this]) {
      await stopBoss(one.shell.pool)
      await one.close()
    }
    await this.db.drop()
  }

  async rows<Row>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.db.pool.query(sql, [...values])).rows as Row[]
  }
}
