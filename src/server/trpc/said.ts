import { TRPCError } from '@trpc/server'
import type { Text } from '#domain/shared/text.ts'

/** An error whose words are meant for the person. Everything else is a fault and shows only its id. */
export class Said extends Error {
  override readonly name = 'Said'
  readonly words: Text
  constructor(words: Text) {
    super(words.en)
    this.words = words
  }
}

type Code = 'BAD_REQUEST' | 'UNAUTHORIZED' | 'FORBIDDEN' | 'NOT_FOUND' | 'TOO_MANY_REQUESTS' | 'CONFLICT'

/** `throw say('FORBIDDEN', {id, en})`: for the wire's own answers; rules of the trade answer with refusals as data. */
export function say(code: Code, words: Text): TRPCError {
  return new TRPCError({ code, message: words.en, cause: new Said(words) })
}

export const SIGN_IN_AGAIN: Text = {
  id: 'Sesi Anda berakhir. Masuk kembali.',
  en: 'Your session has ended. Sign in again.',
}
export const FIRST_PASSWORD: Text = {
  id: 'Ganti kata sandi sekali pakai dulu.',
  en: 'Change the one-time password first.',
}
export const FIRST_SECOND_FACTOR: Text = {
  id: 'Pasang kode masuk di halaman akun dulu.',
  en: 'Set up the sign-in code on the account page first.',
}
export const NOT_YOUR_ROLE: Text = {
  id: 'Peran Anda tidak berwenang untuk ini.',
  en: 'Your role has no right to this.',
}
