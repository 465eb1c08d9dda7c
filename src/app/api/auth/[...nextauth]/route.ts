import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { answerLocation } from '#server/auth/answer-location.ts'
import { nextAuthOptions } from '#server/auth/next-auth-options.ts'
import { nextShell } from '#server/auth/next-shell.ts'
import { originAllowed } from '#server/auth/origin.ts'

export const dynamic = 'force-dynamic'

type Params = { readonly params: Promise<{ nextauth: string[] }> }
const FORM_BYTES = 8192
/** Of next-auth's doors the ones that are used; its log, its sign-in and sign-out pages stay shut. */
const OPEN = { GET: ['signin', 'error', 'csrf', 'session'], POST: ['callback', 'signout'] } as const

async function handle(request: NextRequest, context: Params): Promise<Response> {
  const shell = nextShell()
  const [action = ''] = (await context.params).nextauth
  const open: readonly string[] = request.method === 'POST' ? OPEN.POST : OPEN.GET
  if (!open.includes(action)) return new Response(null, { status: 404 })
  const answer = (await NextAuth(request, context, nextAuthOptions(shell))) as Response
  const location = answer.headers.get('location')
  if (location !== null) answer.headers.set('location', answerLocation(location, shell.config.appUrl))
  answer.headers.set('cache-control', 'private, no-store')
  return answer
}

export const GET = handle

export async function POST(request: NextRequest, context: Params): Promise<Response> {
  const headers = Object.fromEntries(request.headers)
  if (!originAllowed(nextShell().config, headers)) return new Response(null, { status: 403 })
  const length = Number(headers['content-length'])
  if (!(length <= FORM_BYTES)) return new Response(null, { status: 413 })
  return handle(request, context)
}
