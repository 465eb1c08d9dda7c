import type { Situation } from '../answers.ts'
import { field, words } from '../define.ts'
import type { Field } from '../service-definition.ts'

const three = (labelId: string, labelEn: string) => ({
  of: /^\d{3}$/,
  otherwise: words(
    `${labelId} ditulis tiga angka, misalnya 002.`,
    `${labelEn} has three digits, such as 002.`,
  ),
})

/** RT and RW of an address: `002`. Some negeri know neither, so they may stay empty. */
export function rtRwFields(prefix: string, shownWhen?: (situation: Situation) => boolean): readonly Field[] {
  const more = shownWhen ? { shownWhen } : {}
  return [
    field(`${prefix}Rt`, 'text', 'RT', 'RT', { required: false, pattern: three('RT', 'RT'), ...more }),
    field(`${prefix}Rw`, 'text', 'RW', 'RW', { required: false, pattern: three('RW', 'RW'), ...more }),
  ]
}

/** Five digits; the negeri office knows it when the citizen does not. */
export function postalCodeField(prefix: string): Field {
  return field(`${prefix}PostalCode`, 'text', 'Kode pos', 'Postal code', {
    required: false,
    pattern: {
      of: /^\d{5}$/,
      otherwise: words('Kode pos harus lima angka.', 'A postal code has five digits.'),
    },
  })
}

/** An address within the kabupaten, negeri chosen from the list. */
export function localAddressFields(prefix: string): readonly Field[] {
  return [
    field(`${prefix}Negeri`, 'negeri', 'Negeri, desa, atau kelurahan', 'Negeri, village or ward'),
    field(`${prefix}Address`, 'text', 'Alamat', 'Address', {
      hint: words('Jalan, nomor, atau nama kampung.', 'Street, number or name of the settlement.'),
    }),
    field(`${prefix}Hamlet`, 'text', 'Dusun, bila ada', 'Hamlet, if any', { required: false, max: 60 }),
    ...rtRwFields(prefix),
    postalCodeField(prefix),
  ]
}

/** An address in another kabupaten or kota: the lower levels are written, only the kabupaten is chosen. */
export function farAddressFields(prefix: string): readonly Field[] {
  return [
    field(`${prefix}District`, 'text', 'Kecamatan', 'District', { max: 60, min: 3 }),
    field(`${prefix}Village`, 'text', 'Desa atau kelurahan', 'Village or ward', { max: 60, min: 2 }),
    field(`${prefix}Address`, 'text', 'Alamat', 'Address', {
      hint: words('Jalan, nomor, atau nama kampung.', 'Street, number or name of the settlement.'),
      min: 3,
    }),
    ...rtRwFields(prefix),
    postalCodeField(prefix),
  ]
}
