import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Socket } from 'socket.io'
import { Server } from 'socket.io'
import { clientAddress } from '#server/auth/client-address.ts'
import type { SessionNews } from '#server/auth/session-news.ts'
import { onSessionNews } from '#server/auth/session-news.ts'
import { sessionById, sessionOf } from '#server/auth/session.ts'
import { isNoteWord } from '#server/note/note-wire.ts'
import { createNotes } from '#server/note/notes.ts'
import { ROW_FORMAT } from '#domain/case/row-codec.ts'
import type { Bus } from '#server/feed/bus.ts'
import type { Shell } from '#server/shell.ts'
import { watchBacklogs } from './backlog.ts'
import { clockAlarmOf } from '#server/sla/clock-alarm.ts'
import { clockworkInForce } from '#server/sla/clockwork-in-force.ts'
import type { Caps } from './doorman.ts'
import { createDoorman, DEFAULT_CAPS } from './doorman.ts'
import { createGate } from './gate.ts'
import { framesSent, refused, rowsSent, sockets } from './live-metrics.ts'
import { createNoticeCounts } from './notice-counts.ts'
import { createPacker } from './pack.ts'
import { createPresence } from './presence.ts'
import { createOpenCases } from './open-cases.ts'
import { createPointers } from './pointers.ts'
import { Opening, Screen } from './screen.ts'
import type { House } from './whereabouts.ts'
import { AT, LIST } from './whereabouts.ts'

export type Live = { stop(): void }

/** The room of everything that one person has open. */
const ME = 'me:'

const LOOK_MS = 250
const GATHER_MS = 80
const RULES_MS = 1000
/** News of a session may be lost; then the end of it is noticed by asking, within two rounds. */
const RECHECK_MS = 3000

/** The live side on the server's own port: brings rows and presence to screens, and takes only "I am here" from them. */
export function startLive(server: HttpServer, shell: Shell, bus: Bus, caps: Caps = DEFAULT_CAPS): Live {
  const { config, log } = shell
  const doorman = createDoorman(config, caps)
  const screens = new Set<Screen>()
  const gate = createGate(GATHER_MS)
  const io = new Server(server, {
    path: '/socket.io',
    transports: ['websocket'],
    serveClient: false,
    allowRequest: (req, answer) => answer(null, doorman.admit(req)),
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 5000,
    pingTimeout: 8000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    httpCompression: false,
    destroyUpgrade: false, // the server cuts what is not for us
    // No connectionStateRecovery: it lets a revoked person back in. Screens read again by number.
  })
  const openCases = createOpenCases((audience, frame) => void io.to(LIST + audience).emit('open', frame))
  const presence = createPresence(bus, {
    changed: (stand, news) => void io.to(AT + stand).emit('here', news),
    opened(place, people, case_) {
      if (place.startsWith('case:')) openCases.opened(place.slice(5), people, case_)
    },
  })
  const pointers = createPointers(
    bus,
    (room, frame, from) => void io.to(room).except(from).emit('pointer', frame),
  )
  const house: House = { shell, presence, openCases, pointers, packer: createPacker() }
  const notes = createNotes(shell, bus)

  const notices = createNoticeCounts(
    shell,
    bus,
    () => new Set([...screens].map(({ person }) => person.id)),
    (personId, unread) => void io.to(ME + personId).emit('notices', [unread]),
  )

  shell.feed.carry((frame) => {
    framesSent.inc()
    rowsSent.inc(frame[4].length)
    io.to(frame[1]).emit('rows', frame)
  })
  io.engine.on('connection', (conn: EngineSocket) => {
    const address = clientAddress(conn.request, config.trustedProxies)
    doorman.entered(address)
    sockets.inc()
    conn.once('close', (reason) => {
      doorman.left(address)
      sockets.dec()
      if (reason === 'parse error') refused.inc({ reason: 'malformed' })
    })
  })
  io.on('connection', (socket) => {
    const entering = enter(socket).catch((error: unknown) => {
      log.warn({ err: error }, 'live: a screen could not be let in')
      socket.disconnect(true)
      return undefined
    })
    // Heard from the first moment: a screen says where it is without waiting for us to look up who it is.
    socket.onAny((event: string, ...input: unknown[]) => {
      hear(entering, event, input).catch((error: unknown) => {
        log.warn({ err: error }, 'live: a message could not be answered')
      })
    })
  })

  async function enter(socket: Socket): Promise<Screen | undefined> {
    const opening = Opening.safeParse(socket.handshake.auth)
    await gate.pass() // a thousand screens coming back ask for their sessions in a handful of questions
    const session = await sessionOf(shell, socket.request.headers.cookie, { touch: false })
    const device = (socket.request.headers['user-agent'] ?? '').slice(0, 300)
    socket.data = { origin: { address: clientAddress(socket.request, config.trustedProxies), device } }
    forgetRequest(socket)
    if (!socket.connected) return undefined
    if (!session) {
      socket.emit('ended')
      socket.disconnect(true)
      return undefined
    }
    const screen = new Screen(socket, session, house)
    if (!opening.success) {
      screen.malformed()
      return undefined
    }
    if (opening.data.v !== ROW_FORMAT) {
      // An old page reads no row of ours: by way of the sign-in page it comes back with the new scripts.
      socket.emit('ended')
      socket.disconnect(true)
      return undefined
    }
    screens.add(screen)
    void socket.join(ME + session.person.id)
    notices.greet(session.person.id)
    socket.on('disconnect', () => {
      screens.delete(screen)
      screen.left()
      notes.left(screen)
    })
    await screen.follow(opening.data)
    return screen
  }

  /** Every message asks for the session again; nothing that is said here is ever passed on as news. */
  async function hear(
    entering: Promise<Screen | undefined>,
    event: string,
    input: readonly unknown[],
  ): Promise<void> {
    const screen = await entering
    if (!screen?.socket.connected) return
    const session = await sessionById(shell, screen.sessionId, { touch: false })
    screen.refresh(session)
    if (!session || !screen.socket.connected) return
    if (event === 'watch') await screen.move(input, Date.now())
    else if (event === 'point') screen.point(input, Date.now())
    else if (isNoteWord(event)) await notes.hear(screen, event, input)
    else screen.malformed()
  }

  async function recheck(which: Iterable<Screen>): Promise<void> {
    await Promise.all(
      [...which].map(async (screen) =>
        screen.refresh(await sessionById(shell, screen.sessionId, { touch: false })),
      ),
    )
  }

  function heardOfSessions(news: SessionNews): void {
    if (news.kind === 'ended') {
      const ended = new Set(news.sessionIds)
      for (const screen of screens) if (ended.has(screen.sessionId)) screen.end()
      return
    }
    const concerned =
      news.kind === 'changed' ? [...screens].filter(({ person }) => person.id === news.personId) : screens
    recheck(concerned).catch((error: unknown) =>
      log.warn({ err: error }, 'live: sessions could not be asked for'),
    )
  }

  const stopListening = onSessionNews(shell.pool, heardOfSessions)
  const backlogs = setInterval(() => watchBacklogs(screens, Date.now()), LOOK_MS)
  const rechecks = setInterval(() => {
    recheck(screens).catch((error: unknown) =>
      log.warn({ err: error }, 'live: sessions could not be asked for'),
    )
  }, RECHECK_MS)
  let rulesTold: string | undefined
  // Screens count by the rules of time themselves: all they need to hear is that these have another number, or that
  // the clock is not to be believed, or is again.
  const rules = setInterval(() => {
    clockworkInForce(shell.pool)
      .then(({ rules: { version } }) => {
        const now = `${version} ${clockAlarmOf(shell.pool)?.since ?? ''}`
        if (rulesTold !== undefined && now !== rulesTold) io.emit('rules', [version])
        rulesTold = now
      })
      .catch(() => undefined) // the next one sees it too
  }, RULES_MS)
  rules.unref()
  backlogs.unref()
  rechecks.unref()
  return {
    stop() {
      clearInterval(rules)
      clearInterval(backlogs)
      clearInterval(rechecks)
      stopListening()
      void notes.stop()
      notices.stop()
      presence.stop()
      openCases.stop()
      pointers.stop()
      shell.feed.carry(() => {})
      io.disconnectSockets(true)
      io.engine.close() // the HTTP server is not ours to close
    },
  }
}

type EngineSocket = {
  readonly request: IncomingMessage
  once(event: 'close', listener: (reason: string) => void): void
}

/** The request of the upgrade is no longer needed: a thousand of them are megabytes. */
function forgetRequest(socket: Socket): void {
  Object.assign(socket.conn, { request: null })
  Object.assign(socket.handshake, { headers: {} })
}
