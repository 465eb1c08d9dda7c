'use client'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { MessagesProvider, useLocale } from '#i18n/messages-provider.tsx'
import type { Messages } from '#i18n/translate.ts'
import { flatten } from '#i18n/translate.ts'

/** The words of boats, families and visits, fetched when one of their screens is: a first visit does not carry them. */
export function BoatWords({ children }: { readonly children: ReactNode }) {
  const locale = useLocale()
  const [messages, setMessages] = useState<Messages>()
  useEffect(() => {
    let gone = false
    const file = locale === 'en' ? import('#i18n/en/boat.json') : import('#i18n/id/boat.json')
    void file.then((found) => gone || setMessages({ boat: flatten(found.default) }))
    return () => {
      gone = true
    }
  }, [locale])
  if (messages === undefined) return null
  return (
    <MessagesProvider locale={locale} messages={messages}>
      {children}
    </MessagesProvider>
  )
}
