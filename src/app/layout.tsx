import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { loadMessages } from '#i18n/load-messages.ts'
import { LOCALE_COOKIE, localeFrom } from '#i18n/locale.ts'
import { MessagesProvider } from '#i18n/messages-provider.tsx'
import { FONTS_COOKIE } from '#ui/fonts-cookie.ts'
import { LateFonts } from '#ui/late-fonts.tsx'
import { THEME_COOKIE, themeFrom } from '#ui/theme.ts'
import { ToastProvider } from '#ui/toast.tsx'
import '#ui/fonts.css'
import '#ui/tokens.css'
import '#ui/base.css'
import '#ui/kit.css'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Satu Antrean', template: '%s – Satu Antrean' },
  description: 'Satu antrean hidup untuk setiap layanan pencatatan sipil.',
  applicationName: 'Satu Antrean',
  appleWebApp: { title: 'Satu Antrean' },
  icons: { apple: '/ikon/apple-180.png' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fffdfa' },
    { media: '(prefers-color-scheme: dark)', color: '#1d1b17' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const jar = await cookies()
  const locale = localeFrom(jar.get(LOCALE_COOKIE)?.value)
  const theme = themeFrom(jar.get(THEME_COOKIE)?.value)
  return (
    <html
      lang={locale}
      suppressHydrationWarning // a kept page is told theme and letters by the browser
      {...(theme === 'system' ? {} : { 'data-theme': theme })}
      {...(jar.has(FONTS_COOKIE) ? { 'data-huruf': '' } : {})}
    >
      <body>
        <MessagesProvider locale={locale} messages={await loadMessages(locale, ['common'])}>
          <ToastProvider>{children}</ToastProvider>
          <LateFonts />
        </MessagesProvider>
      </body>
    </html>
  )
}
