import type { Instant } from '#domain/shared/instant.ts'
import type { SignInRefusal } from './sign-in.ts'

/** What the sign-in page is told, in its address: never who tried. */
export type SignInReason =
  | { readonly why: 'wrong' | 'wrong-code'; readonly left: number }
  | { readonly why: 'wait'; readonly until: Instant }
  | { readonly why: 'code' | 'too-late' | 'stale-page' }
  | { readonly why: 'fault'; readonly faultId: string }

export function reasonText(refusal: SignInRefusal): string {
  switch (refusal.why) {
    case 'wrong':
      return `salah.${refusal.left}`
    case 'wrong-code':
      return `kode-salah.${refusal.left}`
    case 'wait':
      return `tunggu.${refusal.until}`
    case 'code-needed':
      return 'kode'
    case 'too-late':
      return 'ulang'
  }
}

/** Reads it back; anything else in the address is nothing. */
export function reasonFrom(text: string | undefined): SignInReason | undefined {
  const [name, value = ''] = (text ?? '').split('.', 2)
  const count = /^\d{1,13}$/.test(value) ? Number(value) : undefined
  if (name === 'salah' && count !== undefined && count < 100) return { why: 'wrong', left: count }
  if (name === 'kode-salah' && count !== undefined && count < 100) return { why: 'wrong-code', left: count }
  if (name === 'tunggu' && count !== undefined) return { why: 'wait', until: count }
  if (name === 'gangguan' && /^[A-Z0-9]{3}-[A-Z0-9]{3}$/.test(value)) return { why: 'fault', faultId: value }
  if (text === 'kode') return { why: 'code' }
  if (text === 'ulang') return { why: 'too-late' }
  if (text === 'lama') return { why: 'stale-page' }
  return undefined
}
