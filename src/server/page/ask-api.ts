import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { headers } from 'next/headers'
import { nextShell } from '#server/auth/next-shell.ts'

/**
 * Asks our own API as the person whose page this is, for what a page shows before its first script. The way through
 * the door is the same as the browser's: session, role and area are decided there, not here. Queries only.
 */
export async function askApi<Answer>(path: string, input?: unknown): Promise<Answer> {
  const { config } = nextShell()
  const head = await headers()
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const asked = request({
    // Not fetch: it will not send the Host that we are known by, and any other is refused.
    host: config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host,
    port: config.port,
    path: `/api/trpc/${path}${query}`,
    headers: {
      host: head.get('host') ?? '',
      cookie: head.get('cookie') ?? '',
      'user-agent': head.get('user-agent') ?? '',
    },
    timeout: 10_000,
  })
  asked.on('timeout', () => asked.destroy(new Error(`${path}: no answer`)))
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of answer.setEncoding('utf8')) text += String(part)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode ?? 0}`)
  return (JSON.parse(text) as { result: { data: Answer } }).result.data
}
