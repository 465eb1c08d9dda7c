import { headers } from 'next/headers'
import { PATH_HEADER } from './client-address.ts'

/** The page that was asked for, so that a sign-in can lead back to it; without what Next adds for itself. */
export async function askedPath(): Promise<string> {
  const asked = new URL((await headers()).get(PATH_HEADER) ?? '/', 'http://here')
  asked.searchParams.delete('_rsc')
  return asked.pathname + asked.search
}

/** The sign-in page, and back from there to where this request wanted to go. */
export async function signInAddress(): Promise<string> {
  const path = await askedPath()
  return path === '/' ? '/masuk' : `/masuk?kembali=${encodeURIComponent(path)}`
}
