/** How the link to the server stands. `dead`: the network is there, the server does not answer. */
export type LinkState = 'starting' | 'online' | 'weak' | 'offline' | 'dead'

/** The server beats every 5 s: a beat that is this late means a bad line, before the link is given up at 13 s. */
const LATE_BEAT_MS = 7_500
/** A short break is a weak line; a longer one is no line. */
const SHORT_BREAK_MS = 3_000

export type LinkFacts = {
  readonly now: number
  readonly connected: boolean
  /** When this tab last heard anything of the server, or never. */
  readonly heardAt: number | undefined
  readonly brokenAt: number | undefined
  readonly deviceOnline: boolean
}

/** What is shown of the link: a dead one is named within 15 s even when the network looks well. */
export function linkStateOf({ now, connected, heardAt, brokenAt, deviceOnline }: LinkFacts): LinkState {
  if (connected) return heardAt !== undefined && now - heardAt > LATE_BEAT_MS ? 'weak' : 'online'
  if (!deviceOnline) return 'offline'
  if (brokenAt === undefined) return 'starting'
  return now - brokenAt < SHORT_BREAK_MS ? 'weak' : 'dead'
}
