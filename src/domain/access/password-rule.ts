import type { Text } from '#domain/shared/text.ts'

export type PasswordRefusal =
  | { readonly why: 'too-short'; readonly least: number }
  | { readonly why: 'too-long' }
  | { readonly why: 'names-you' }
  | { readonly why: 'too-common' }

export const LEAST_ALONE = 15
export const LEAST_WITH_FACTOR = 8
const MOST = 200

/** Words that guessers try first here; a password that is little else is no password. */
const COMMON =
  /(password|kata ?sandi|sandi|rahasia|admin|qwerty|asdf|zxcv|iloveyou|welcome|letmein|sayang|bismillah|indonesia|merdeka|maluku|masohi|ambon|saparua|pelauw|dukcapil|disdukcapil|satu ?antrean|abcd?e?f?|\d{1,4})+/gi

/** Code points: what a person counts as one character is mostly one of them. */
const lengthOf = (text: string): number => Array.from(text).length

/**
 * May this be someone's password? Length counts, not the kinds of characters: 15, or 8 beside a second factor.
 * Refuses what contains the person's own name, one character over and over, and little more than common words.
 */
export function passwordRefusal(
  password: string,
  about: { readonly username: string; readonly name: string; readonly secondFactor: boolean },
): PasswordRefusal | undefined {
  const least = about.secondFactor ? LEAST_WITH_FACTOR : LEAST_ALONE
  const length = lengthOf(password)
  if (length < least) return { why: 'too-short', least }
  if (length > MOST) return { why: 'too-long' }
  const lower = password.toLowerCase()
  const own = [about.username, ...about.username.split(/[._-]/), ...about.name.split(/\s+/)]
  const rest = own.reduce(
    (left, part) => (part.length >= 3 ? left.replaceAll(part.toLowerCase(), '') : left),
    lower,
  )
  if (rest.length < lower.length && lengthOf(rest) < least - 4) return { why: 'names-you' }
  if (new Set(lower).size < 5) return { why: 'too-common' }
  if (lengthOf(lower.replace(COMMON, '')) < 4) return { why: 'too-common' }
  return undefined
}

export function passwordWords(refusal: PasswordRefusal): Text {
  switch (refusal.why) {
    case 'too-short':
      return {
        id: `Paling sedikit ${refusal.least} huruf. Beberapa kata lebih mudah diingat.`,
        en: `At least ${refusal.least} characters. Several words are easier to remember.`,
      }
    case 'too-long':
      return { id: `Paling banyak ${MOST} huruf.`, en: `At most ${MOST} characters.` }
    case 'names-you':
      return { id: 'Kata sandi memuat nama Anda.', en: 'The password contains your name.' }
    case 'too-common':
      return { id: 'Kata sandi ini mudah ditebak.', en: 'This password is easily guessed.' }
  }
}
