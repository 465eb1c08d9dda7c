'use client'
import type { ReactNode } from 'react'
import { createContext, use, useMemo } from 'react'
import type { Text } from '#domain/shared/text.ts'
import type { Locale } from './locale.ts'
import type { Messages, Translate } from './translate.ts'
import { translator } from './translate.ts'

const MessagesContext = createContext<{ readonly locale: Locale; readonly messages: Messages }>({
  locale: 'id',
  messages: {},
})

/** Makes namespaces known below it; nested providers add to the outer ones. */
export function MessagesProvider({
  locale,
  messages,
  children,
}: {
  readonly locale: Locale
  readonly messages: Messages
  readonly children: ReactNode
}) {
  const outer = use(MessagesContext)
  const value = useMemo(
    () => ({ locale, messages: { ...outer.messages, ...messages } }),
    [outer, locale, messages],
  )
  return <MessagesContext value={value}>{children}</MessagesContext>
}

/** `const t = useT('queue')`, then `t('view.all', { n: 3 })`. */
export function useT(namespace: string): Translate {
  const { locale, messages } = use(MessagesContext)
  return useMemo(() => translator(messages, namespace, locale), [messages, namespace, locale])
}

/** Are the words of this namespace here? */
export function useKnows(namespace: string): boolean {
  return use(MessagesContext).messages[namespace] !== undefined
}

export function useLocale(): Locale {
  return use(MessagesContext).locale
}

/** Picks the reader's language of a word of the trade. */
export function useText(): (text: Text) => string {
  const { locale } = use(MessagesContext)
  return useMemo(() => (text) => text[locale], [locale])
}
