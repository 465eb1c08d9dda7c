import { createECDH, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Browser } from '../push-endpoint.ts'

export type Letter = { readonly to: string; readonly raw: string; readonly messageId: string }
/** How a provider answers: takes it, is down, takes it and loses the line before saying so, or refuses for good: the box, or the letter once it has read it. */
export type Mood = 'takes' | 'down' | 'cuts' | 'refuses' | 'rejects'

/** A real mail server on loopback: what reaches it has gone through SMTP. */
export async function openMailServer(): Promise<{
  readonly url: string
  readonly letters: Letter[]
  mood: Mood
  close(): Promise<void>
}> {
  const letters: Letter[] = []
  const office = { url: '', letters, mood: 'takes' as Mood, close }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom: (_address, _session, done) =>
      done(office.mood === 'down' ? Object.assign(new Error('later'), { responseCode: 421 }) : null),
    onRcptTo: (_address, _session, done) =>
      done(office.mood === 'refuses' ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (office.mood === 'rejects')
          return done(Object.assign(new Error('against the rules here'), { responseCode: 554 }))
        const raw = Buffer.concat(parts).toString('utf8')
        const to = session.envelope.rcptTo[0]?.address ?? ''
        letters.push({ to, raw, messageId: /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '' })
        done(office.mood === 'cuts' ? Object.assign(new Error('gone'), { responseCode: 451 }) : null)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  office.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?tls=no`
  return office

  function close(): Promise<void> {
    return new Promise((resolve) => server.close(() => resolve()))
  }
}

export type Woken = {
  readonly path: string
  readonly headers: Record<string, unknown>
  readonly bytes: number
}

/** A real push service over HTTP, and browsers that are known to it. */
export async function openPushService(): Promise<{
  readonly host: string
  readonly woken: Woken[]
  status: number
  /** What happens while it lets the house wait. */
  before: (() => Promise<void>) | undefined
  browser(): Browser
  close(): Promise<void>
}> {
  const woken: Woken[] = []
  const before = undefined as (() => Promise<void>) | undefined
  const service = { host: '', woken, status: 201, before, browser, close }
  const server = createServer((req, res) => {
    let bytes = 0
    req.on('data', (part: Buffer) => (bytes += part.length))
    const answer = (): void => {
      if (service.status < 300) woken.push({ path: req.url ?? '', headers: req.headers, bytes })
      res.writeHead(service.status).end()
    }
    req.on('end', () => void (service.before?.() ?? Promise.resolve()).then(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  service.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return service

  function browser(): Browser {
    const pair = createECDH('prime256v1')
    pair.generateKeys()
    return {
      endpoint: `http://${service.host}/${randomBytes(12).toString('base64url')}`,
      keys: {
        p256dh: pair.getPublicKey().toString('base64url'),
        auth: randomBytes(16).toString('base64url'),
      },
    }
  }
  function close(): Promise<void> {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(() => resolve()))
  }
}
