import type { Remark } from './remark.ts'
import { wrong } from './remark.ts'

/** How a phone number is kept: digits only, with a leading `0` in place of the country code. */
export function normalisePhone(input: string): string {
  const bare = input.replace(/[\s.\-()‐‑–]/g, '')
  return bare.replace(/^\+?62(?=8)/, '0')
}

/** A mobile number that can receive the notice: `08`, `628` or `+628`, then 7 to 11 digits. */
export function checkPhone(input: string): readonly Remark[] {
  const phone = normalisePhone(input)
  if (!phone.startsWith('08')) {
    return [
      wrong(
        'PHONE_START',
        'Nomor HP mulai dengan 08, 628, atau +628.',
        'A mobile number starts with 08, 628 or +628.',
      ),
    ]
  }
  if (!/^08\d{7,11}$/.test(phone)) {
    return [wrong('PHONE_LENGTH', 'Nomor HP harus 9 sampai 13 angka.', 'A mobile number has 9 to 13 digits.')]
  }
  return []
}
