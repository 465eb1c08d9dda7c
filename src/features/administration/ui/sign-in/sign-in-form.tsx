import type { Translate } from '#i18n/translate.ts'
import { AlertIcon, SignInField } from './sign-in-field.tsx'

/** What stands in every form of this page: next-auth's token, and where to go afterwards. */
export type FormTokens = { readonly csrf: string; readonly target: string }

export function HiddenTokens({ csrf, target }: FormTokens) {
  return (
    <>
      <input type="hidden" name="csrfToken" value={csrf} />
      <input type="hidden" name="callbackUrl" value={target} />
    </>
  )
}

type SignInFormProps = {
  readonly t: Translate
  readonly tokens: FormTokens
  readonly typedName: string
  /** About name and password; shown at the password. */
  readonly error?: string | undefined
  /** About the page as a whole. */
  readonly notice?: string | undefined
}

export function SignInForm({ t, tokens, typedName, error, notice }: SignInFormProps) {
  return (
    <form
      method="post"
      action="/api/auth/callback/credentials"
      aria-label={t('title')}
      className="sign-in-form"
    >
      <HiddenTokens {...tokens} />
      {notice ? (
        <div className="note warn" role="alert">
          <AlertIcon />
          <span>{notice}</span>
        </div>
      ) : null}
      <SignInField
        id="username"
        name="username"
        label={t('username')}
        defaultValue={typedName}
        autoComplete="username"
        autoFocus={typedName === ''}
        maxLength={100}
      />
      <SignInField
        id="password"
        name="password"
        type="password"
        label={t('password')}
        error={error}
        autoComplete="current-password"
        autoFocus={typedName !== ''}
        maxLength={1000}
      />
      <button className="btn primary touch block" type="submit">
        {t('submit')}
      </button>
      <p className="second">{t('forgotten')}</p>
    </form>
  )
}

type CodeFormProps = {
  readonly t: Translate
  readonly tokens: FormTokens
  readonly error?: string | undefined
}

/** The second step; the first one stands in a sealed cookie for five minutes. */
export function CodeForm({ t, tokens, error }: CodeFormProps) {
  return (
    <form
      method="post"
      action="/api/auth/callback/credentials"
      aria-label={t('title')}
      className="sign-in-form"
    >
      <HiddenTokens {...tokens} />
      <SignInField
        id="code"
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        error={error}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,7}"
        maxLength={7}
        autoFocus
      />
      <button className="btn primary touch block" type="submit">
        {t('submit')}
      </button>
      <p className="second">
        <a href="/masuk">{t('startAgain')}</a>
      </p>
    </form>
  )
}
