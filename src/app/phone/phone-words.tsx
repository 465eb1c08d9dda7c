'use client'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import type { Locale } from '#i18n/locale.ts'
import { LOCALE_COOKIE, localeFrom } from '#i18n/locale.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import type { Messages } from '#i18n/translate.ts'
import { wholeWords } from './whole-words.tsx'

type Props = { readonly locale: Locale; readonly messages: Messages; readonly children: ReactNode }

/** The kept page is Indonesian; who reads English here has those words on the device too. */
export function PhoneWords({ locale, messages, children }: Props) {
  const [other, setOther] = useState<{ readonly locale: Locale; readonly messages: Messages }>()
  useEffect(() => {
    const wanted = localeFrom(new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`).exec(document.cookie)?.[1])
    if (wanted === locale || wanted !== 'en') return
    let gone = false
    void wholeWords(wanted).then((found) => {
      if (gone) return
      document.documentElement.lang = wanted
      setOther({ locale: wanted, messages: found })
    })
    return () => {
      gone = true
    }
  }, [locale])
  return (
    <MessagesProvider locale={other?.locale ?? locale} messages={other?.messages ?? messages}>
      {children}
    </MessagesProvider>
  )
}
