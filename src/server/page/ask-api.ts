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
  const here = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  const response = await fetch(`http://${here}:${config.port}/api/trpc/${path}${query}`, {
    headers: {
      cookie: head.get('cookie') ?? '',
      host: head.get('host') ?? '',
      'user-agent': head.get('user-agent') ?? '',
    },
    cache: 'no-store',
  })
  const body = (await response.json()) as { result?: { data: Answer }; error?: { message: string } }
  if (body.result === undefined) throw new Error(`${path}: ${response.status} ${body.error?.message ?? ''}`)
  return body.result.data
}
