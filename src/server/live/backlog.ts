import type { Socket } from 'socket.io'
import { behind } from './live-metrics.ts'

/** Buffered for one screen: from here on it is only told that it is behind … */
const PAUSE_BYTES = 256 * 1024
/** … from here on the connection is cut, as it is when it does not catch up in time. */
const CUT_BYTES = 1024 * 1024
const CUT_AFTER_MS = 10_000
/** So much left: the screen reads again, and pulls what it missed. */
const RESUME_BYTES = 64 * 1024

export type Slow = { pausedAt: number | undefined }

type Held = { readonly bufferedAmount?: number }
type Packet = {
  readonly data?: unknown
  readonly options?: { readonly wsPreEncodedFrame?: readonly Buffer[] }
}

/** Bytes that wait in this process for one screen: in the engine's line and in the socket's own buffer. */
function bufferedBytes(socket: Socket): number {
  const { conn } = socket
  const held = (conn.transport as unknown as { readonly socket?: Held }).socket?.bufferedAmount ?? 0
  const line = (conn as unknown as { readonly writeBuffer: readonly Packet[] }).writeBuffer
  let waiting = 0
  for (const { data, options } of line) {
    const frame = options?.wsPreEncodedFrame
    waiting += frame
      ? frame.reduce((sum, part) => sum + part.length, 0)
      : typeof data === 'string'
        ? data.length
        : 0
  }
  return held + waiting
}

export type SlowStep = 'pause' | 'resume' | 'cut' | undefined

/**
 * A screen that stops reading but answers pings would grow the server without end. What is to be done with it now:
 * take it out of its rooms, let it back in and tell it to pull, or cut it off.
 */
export function nextStep(slow: Slow, bytes: number, now: number): SlowStep {
  if (slow.pausedAt === undefined) return bytes > PAUSE_BYTES ? 'pause' : undefined
  if (bytes > CUT_BYTES || now - slow.pausedAt > CUT_AFTER_MS) return 'cut'
  return bytes < RESUME_BYTES ? 'resume' : undefined
}

export type Slowed = {
  readonly socket: Socket
  readonly slow: Slow
  pause(): void
  resume(): void
}

/** Looks at every screen; cheap enough to do four times a second for thousands. */
export function watchBacklogs(screens: Iterable<Slowed>, now: number): void {
  for (const screen of screens) {
    const step = nextStep(screen.slow, bufferedBytes(screen.socket), now)
    if (step === undefined) continue
    behind.inc({ step })
    if (step === 'pause') {
      screen.slow.pausedAt = now
      screen.pause()
    } else if (step === 'resume') {
      screen.slow.pausedAt = undefined
      screen.resume()
    } else {
      terminate(screen.socket)
    }
  }
}

/** At once: a polite goodbye would wait behind everything that is not being read. */
function terminate(socket: Socket): void {
  const transport = socket.conn.transport as unknown as { readonly socket?: { terminate?(): void } }
  transport.socket?.terminate?.()
  socket.disconnect(true)
}
