import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'

/** Another server works on this DATA_DIR already. The message says which, and what to do. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning'
}

/** Who holds it; `leaving` when it is about to end, so that it is worth waiting for. */
const Holder = z.strictObject({ pid: z.number(), url: z.string(), leaving: z.boolean() })
type Holder = z.infer<typeof Holder>

const PATIENCE_MS = 30_000

/**
 * Holds DATA_DIR for this process alone. The hold is a listening socket, so the system lets go of it at the very moment
 * of a kill -9, and whoever asks is told who holds it. A file with a number in it could lie after a power cut.
 */
export async function holdAlone(dataDir: string, who: () => Holder): Promise<Server> {
  const address = addressOf(dataDir)
  const until = Date.now() + PATIENCE_MS
  do {
    const held = await listen(address, who)
    if (held) return held
    const answer = await ask(address)
    if (answer && !answer.leaving) {
      throw new AlreadyRunning(
        `Satu Antrean sudah berjalan di ${answer.url} (proses ${answer.pid}) dengan DATA_DIR yang sama. Hentikan dulu, atau pakai PORT dan DATA_DIR lain.\n` +
          `Already running at ${answer.url} (process ${answer.pid}) on the same DATA_DIR. Stop it first, or use another PORT and DATA_DIR.`,
      )
    }
    if (!answer && address.startsWith('/')) rmSync(address, { force: true }) // left by a kill; Linux and Windows leave nothing
    await sleep(200)
  } while (Date.now() < until)
  throw new AlreadyRunning(`DATA_DIR ${dataDir} is held by a process that does not answer.`)
}

function addressOf(dataDir: string): string {
  const name = `satu-antrean-${createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`)
}

function listen(address: string, who: () => Holder): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(JSON.stringify(who())))
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(address, () => resolve(server.unref()))
  })
}

function ask(address: string): Promise<Holder | undefined> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(address)
      .setTimeout(2_000, () => socket.destroy())
      .setEncoding('utf8')
    socket.on('data', (part: string) => (text += part)).on('error', () => {})
    socket.on('close', () => resolve(text === '' ? undefined : Holder.parse(JSON.parse(text))))
  })
}
