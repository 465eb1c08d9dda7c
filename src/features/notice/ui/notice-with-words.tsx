'use client'
import { useEffect, useState } from 'react'
import type { Locale } from '#i18n/locale.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import type { Messages } from '#i18n/translate.ts'
import { flatten } from '#i18n/translate.ts'
import { NoticePanel } from './notice-panel.tsx'

type Words = { readonly default: Parameters<typeof flatten>[0] }

/** The panel brings its words along: no page carries them for a list that is seldom opened there. */
export function NoticeWithWords({
  locale,
  ...panel
}: Parameters<typeof NoticePanel>[0] & { readonly locale: Locale }) {
  const [messages, setMessages] = useState<Messages>()
  useEffect(() => {
    const load: Promise<Words> =
      locale === 'id' ? import('#i18n/id/notice.json') : import('#i18n/en/notice.json')
    load.then((words) => setMessages({ notice: flatten(words.default) })).catch(panel.onClose)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [locale])
  return messages ? (
    <MessagesProvider locale={locale} messages={messages}>
      <NoticePanel {...panel} />
    </MessagesProvider>
  ) : null
}
