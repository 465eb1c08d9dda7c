import { createHash } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** Another server works on this DATA_DIR already. The message says which, and what to do. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning'
}

/**
 * Holds DATA_DIR for this process alone. The hold is a listening socket, so the system lets go of it at the very moment
 * of a kill -9, and whoever asks is told who holds it. A file with a number in it could lie after a power cut.
 */
export async function holdAlone(dataDir: string, who: { readonly pid: number; readonly url: string }): Promise<Server> {
  const address = addressOf(dataDir)
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const held = await listen(address, JSON.stringify(who))
    if (held) return held
    const answer = await ask(address)
    if (answer !== undefined) {
      throw new AlreadyRunning(
        `Satu Antrean sudah berjalan di ${answer.url} (proses ${answer.pid}) dengan DATA_DIR yang sama. Hentikan dulu, atau pakai PORT dan DATA_DIR lain.\n` +
          `Already running at ${answer.url} (process ${answer.pid}) on the same DATA_DIR. Stop it first, or use another PORT and DATA_DIR.`,
      )
    }
    if (address.startsWith('/')) unlinkSync(address) // left by a kill; Linux and Windows leave nothing
  }
  throw new AlreadyRunning(`DATA_DIR ${dataDir} is held by a process that does not answer.`)
}

function addressOf(dataDir: string): string {
  const name = `satu-antrean-${createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`)
}

function listen(address: string, who: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => {}).end(who))
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(address, () => resolve(server.unref()))
  })
}

function ask(address: string): Promise<{ pid: number; url: string } | undefined> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(address).setTimeout(2_000, () => socket.destroy()).setEncoding('utf8')
    socket.on('data', (part: string) => (text += part)).on('error', () => {})
    socket.on('close', () => resolve(text === '' ? undefined : (JSON.parse(text) as { pid: number; url: string })))
  })
}
