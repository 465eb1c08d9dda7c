import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { openSession } from '#server/auth/open-session.ts'
import { closeFiles } from '#server/files/files-shell.ts'
import { uploadsHandler } from '#server/files/uploads-handler.ts'
import { outboxHandler } from '#server/outbox/outbox-handler.ts'
import type { Shell } from '#server/shell.ts'
import { openRig } from '../../rig.ts'

export const NEGERI = '81.01.12.2001'

export type SeaHouse = {
  readonly shell: Shell
  readonly origin: string
  /** Photos that differ; shared, because making one takes longer than sending it. */
  readonly photos: readonly Uint8Array<ArrayBuffer>[]
  readonly officer: () => Promise<{ readonly id: string; readonly cookie: string }>
  readonly close: () => Promise<void>
}

/** The server's own doors for what waits on a device, on a real port and a real PostgreSQL. */
export async function openSeaHouse(photoCount: number): Promise<SeaHouse> {
  const rig = await openRig(12)
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'satu-sea-'))
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const shell: Shell = { ...rig.shell, config: { ...rig.shell.config, dataDir, appUrl: origin } }
  const [outbox, uploads] = [outboxHandler(shell), uploadsHandler(shell)]
  server.on('request', (req, res) => {
    const work = req.url?.startsWith('/outbox/') ? outbox(req, res) : uploads(req, res)
    work.catch(() => res.destroy())
  })
  await shell.pool.query("insert into region (code, name, level) values ($1, 'Saparua', 'negeri_desa')", [
    NEGERI,
  ])
  await shell.pool.query(
    "insert into setting (key, valid_from, value, entered_by) values ('maxOpenDrafts', to_timestamp(0), '100000', 'drill')",
  )
  return {
    shell,
    origin,
    photos: await Promise.all(Array.from({ length: photoCount }, (_, index) => photo(index))),
    async officer() {
      const id = randomUUID()
      await shell.pool.query(
        "insert into person (id, username, name, password_hash, role, areas, services) values ($1::uuid, $1::text, 'Petugas', '', 'NEGERI_OFFICER', $2, '{}')",
        [id, [NEGERI]],
      )
      const where = { address: '127.0.0.1', device: 'drill' }
      const { token } = await openSession({ clock: Date.now }, shell.pool, id, where, false)
      return { id, cookie: `satu-antrean=${token}` }
    },
    async close() {
      closeFiles(shell)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rig.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function photo(index: number): Promise<Uint8Array<ArrayBuffer>> {
  const noise = { type: 'gaussian', mean: 120, sigma: 20 + index } as const
  const made = await sharp({ create: { width: 240, height: 180, channels: 3, background: '#dccfb4', noise } })
    .jpeg()
    .toBuffer()
  return new Uint8Array(made)
}
