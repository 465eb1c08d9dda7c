import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Actor } from '#domain/access/actor.ts'
import { listenForSessionNews } from '#server/auth/session-news.ts'
import { openSession } from '#server/auth/open-session.ts'
import { House } from '#server/case/testing/house.ts'
import type { TestDatabase } from '#server/db/test-database.ts'
import type { Feed } from '#server/feed/feed.ts'
import type { Caps } from '../doorman.ts'
import { startLive } from '../live-server.ts'

export type Instance = {
  readonly house: House
  readonly port: number
  /** What the feed's carrier is given: to send frames that no test could afford to write. */
  readonly carry: Parameters<Feed['carry']>[0]
  /** Cookie header of a new session of a person with these rights; the same id is the same person. */
  signIn(actor: Actor): Promise<{ readonly cookie: string; readonly personId: string; readonly actor: Actor }>
  close(): Promise<void>
}

/** One instance of the server's live side on its own port, on a database that others may share. */
export async function liveInstance(db: TestDatabase, caps?: Caps): Promise<Instance> {
  const house = await new House(db, { connections: 20, config: { seed: 'demo' } }).open()
  const news = await listenForSessionNews(house.shell)
  const server = createServer()
  let carry: Instance['carry'] = () => {}
  const feed: Feed = {
    ...house.shell.feed,
    carry(listener) {
      carry = listener
      house.shell.feed.carry(listener)
    },
  }
  const live = startLive(server, { ...house.shell, feed }, house.bus, caps)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    house,
    port: (server.address() as AddressInfo).port,
    carry: (frame) => carry(frame),
    async signIn(actor) {
      const personId = randomUUID()
      const { name, role, areas, services } = actor
      await db.pool.query(
        'insert into person (id, username, name, password_hash, role, areas, services) values ($1, $2, $3, $4, $5, $6, $7)',
        [personId, `p-${personId}`, name, '', role, areas, services],
      )
      const origin = { address: '10.0.0.1', device: 'test' }
      const { token } = await openSession(house.shell, db.pool, personId, origin, true)
      return { cookie: `satu-antrean=${token}`, personId, actor: { ...actor, id: personId } }
    },
    async close() {
      live.stop()
      await news.stop()
      await new Promise((resolve) => server.close(resolve))
      await house.close()
    },
  }
}
