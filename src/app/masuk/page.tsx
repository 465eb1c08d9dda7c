import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { DemoPeople } from '#features/administration/ui/sign-in/demo-people.tsx'
import { reasonWords } from '#features/administration/ui/sign-in/reason-words.ts'
import { CodeForm, SignInForm } from '#features/administration/ui/sign-in/sign-in-form.tsx'
import { SignInScreen } from '#features/administration/ui/sign-in/sign-in-screen.tsx'
import { loadMessages } from '#i18n/load-messages.ts'
import { LOCALE_COOKIE, localeFrom } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { offeredDemoPeople, readSessionAlsoHeld } from '#server/auth/next-session.ts'
import { readSignInCookies } from '#server/auth/next-sign-in.ts'
import { reasonFrom } from '#server/auth/sign-in-reason.ts'

export const dynamic = 'force-dynamic'

type Search = {
  readonly searchParams: Promise<{
    readonly sebab?: string
    readonly kembali?: string
    readonly kuki?: string
  }>
}

async function translate() {
  const locale = localeFrom((await cookies()).get(LOCALE_COOKIE)?.value)
  return { locale, t: translator(await loadMessages(locale, ['sign-in']), 'sign-in', locale) }
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translate()).t('title') }
}

export default async function SignInPage({ searchParams }: Search) {
  const [{ sebab, kembali, kuki }, session] = await Promise.all([searchParams, readSessionAlsoHeld()])
  if (session) redirect(session.held === null ? '/' : '/akun')
  const { csrf, typedName, codeAsked, target } = await readSignInCookies(kembali, sebab !== undefined)
  // next-auth gives the token on the way; a browser that comes back without it keeps no cookies.
  if (csrf === undefined && kuki === undefined)
    redirect(`/api/auth/signin?callbackUrl=${encodeURIComponent(target)}`)
  const [{ locale, t }, people] = await Promise.all([translate(), offeredDemoPeople()])
  const reason = reasonFrom(sebab) ?? (kembali === undefined ? undefined : 'sign-in-first')
  const { error, notice, aboutCode } = reasonWords(t, csrf === undefined ? 'no-cookies' : reason)
  const tokens = { csrf: csrf ?? '', target }
  return (
    <SignInScreen t={t} otherLocale={locale === 'id' ? 'en' : 'id'}>
      {aboutCode && codeAsked ? (
        <CodeForm t={t} tokens={tokens} error={error} />
      ) : (
        <SignInForm t={t} tokens={tokens} typedName={typedName} error={error} notice={notice} />
      )}
      <DemoPeople t={t} locale={locale} tokens={tokens} people={people} />
    </SignInScreen>
  )
}
