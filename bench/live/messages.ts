/** What the parts of the benchmark tell each other over the pipes between their processes. */

/** `ours`: the product. `raw`: one UPDATE and one frame per change. `batched`: rows gathered. `plain`: Socket.IO's broadcast. */
export type Mode = 'ours' | 'raw' | 'batched' | 'plain'

export type ServerTask = { readonly mode: Mode; readonly url: string; readonly keys: string }
export type ServerAsked = 'measure' | 'stop'
export type ServerSaid =
  | { readonly said: 'listening'; readonly port: number }
  | { readonly said: 'measured'; readonly cpuMs: number; readonly rssKb: number; readonly queries: number }

export type Seat = { readonly cookie: string; readonly kind: 'all' | 'own' | 'foreign' }
export type WatchersTask = {
  readonly mode: Mode
  readonly port: number
  readonly seats: readonly Seat[]
  readonly queue: string
  readonly mark: number
}
export type WatchersAsked =
  | { readonly ask: 'open' }
  | { readonly ask: 'forget' }
  /** `sent`: when each change was sent, by case and version: `[case, version, nanoseconds / 1000]`. */
  | { readonly ask: 'result'; readonly sent: readonly (readonly [string, number, number])[] }
  | { readonly ask: 'cut' }
  | { readonly ask: 'return' }
export type Arrivals = {
  readonly p50: number
  readonly p99: number
  readonly deliveries: number
  readonly lost: number
  readonly doubled: number
  readonly disordered: number
  readonly foreign: number
}
export type WatchersSaid =
  | { readonly said: 'ready'; readonly ms: number }
  | { readonly said: 'result'; readonly arrivals: Arrivals }

/** Microseconds on the one clock that all processes of a machine share. */
export function micros(): number {
  return Number(process.hrtime.bigint() / 1000n)
}
