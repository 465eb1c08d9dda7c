import { redirect } from 'next/navigation'
import { signInAddress } from '#server/auth/next-asked-path.ts'
import { readSession } from '#server/auth/next-session.ts'

export type Signed = NonNullable<Awaited<ReturnType<typeof readSession>>>

/**
 * The signed-in person of this request; without one, the way leads to the sign-in page. Apart from the workspace: a
 * page that imports the workspace sends the scripts of its live frame along, whether it shows it or not.
 */
export async function requireSession(): Promise<Signed> {
  return (await readSession()) ?? redirect(await signInAddress())
}
