import { endThisSession } from '#server/auth/next-sign-out.ts'

export const dynamic = 'force-dynamic'

/** Sign out by a plain form: `<form method="post" action="/keluar">`. */
export function POST(request: Request): Promise<Response> {
  return endThisSession(request)
}
