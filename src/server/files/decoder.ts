import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Inspection } from './paper-inspection.ts'

export type Decoder = {
  readonly inspect: (bytes: Uint8Array) => Promise<Inspection>
  readonly close: () => void
}

const IDLE_MS = 60_000

/**
 * Inspects files one after another in a child process. A file that takes too long or too much memory costs the
 * child its life and is answered as damaged; the next file gets a fresh child.
 */
export function createDecoder(options: { readonly timeLimitMs?: number } = {}): Decoder {
  const timeLimitMs = options.timeLimitMs ?? 20_000
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let line: Promise<unknown> = Promise.resolve()
  let jobs = 0

  function worker(): ChildProcess {
    if (child?.connected !== true) {
      child = fork(fileURLToPath(new URL('./decode-worker.ts', import.meta.url)), [], {
        env: { NODE_ENV: 'production' },
        execArgv: [
          '--max-old-space-size=256',
          '--permission',
          '--allow-addons',
          '--allow-fs-read=*',
          '--disable-warning=SecurityWarning',
        ],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      child.on('error', () => undefined)
    }
    return child
  }

  function close(): void {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }

  function run(bytes: Uint8Array): Promise<Inspection> {
    clearTimeout(idle)
    const at = worker()
    const id = (jobs += 1)
    return new Promise((resolve) => {
      const settle = (inspection: Inspection): void => {
        clearTimeout(limit)
        at.off('message', onMessage)
        at.off('exit', onExit)
        idle = setTimeout(close, IDLE_MS)
        idle.unref()
        resolve(inspection)
      }
      const onMessage = (answer: { readonly id: number; readonly inspection: Inspection }): void => {
        if (answer.id === id) settle(answer.inspection)
      }
      const onExit = (): void => settle({ ok: false, why: 'file-damaged' })
      const limit = setTimeout(() => at.kill('SIGKILL'), timeLimitMs)
      at.on('message', onMessage)
      at.once('exit', onExit)
      at.send({ id, bytes })
    })
  }

  return {
    inspect: (bytes) => {
      const next = line.then(() => run(bytes))
      line = next
      return next
    },
    close,
  }
}
