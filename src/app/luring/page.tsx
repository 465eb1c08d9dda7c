import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { loadMessages } from '#i18n/load-messages.ts'
import { PhoneApp } from '../phone/phone-app.tsx'
import { firstWords, PHONE_WORDS } from '../phone/phone-words-used.ts'
import { PhoneWords } from '../phone/phone-words.tsx'

export const metadata: Metadata = { title: 'Pekerjaan saya' }

/** Before the first paint: the theme that was chosen in this browser, and the letters if they are here. */
const AS_CHOSEN = `(function(c,d){var t=/(?:^|; )tema=(light|dark)/.exec(c);if(t)d.theme=t[1];if(/(?:^|; )huruf=1/.test(c))d.huruf=''})(document.cookie,document.documentElement.dataset)`

/**
 * The page that a phone keeps: the same for everybody, asked for without cookies, with nothing of anyone in it. What it
 * shows comes from the device.
 */
export default async function ShellPage() {
  const [messages, head] = await Promise.all([loadMessages('id', PHONE_WORDS), headers()])
  return (
    <>
      {/* oxlint-disable-next-line react/no-danger -- a constant of this file, under the nonce */}
      <script nonce={head.get('x-nonce') ?? undefined} dangerouslySetInnerHTML={{ __html: AS_CHOSEN }} />
      <PhoneWords locale="id" messages={firstWords(messages)}>
        <PhoneApp />
      </PhoneWords>
    </>
  )
}
