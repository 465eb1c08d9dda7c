import type { Choice } from './service-definition.ts'
import { choice } from './define.ts'

// Reference tables of the F-forms. A value is the official code; add a line here when SIAK adds one.
// Occupations have a file of their own (occupation.ts).

/** SHDK: relation to the head of the family. */
export const FAMILY_RELATION: readonly Choice[] = [
  choice('1', 'Kepala keluarga', 'Head of family'),
  choice('2', 'Suami', 'Husband'),
  choice('3', 'Istri', 'Wife'),
  choice('4', 'Anak', 'Child'),
  choice('5', 'Menantu', 'Child-in-law'),
  choice('6', 'Cucu', 'Grandchild'),
  choice('7', 'Orang tua', 'Parent'),
  choice('8', 'Mertua', 'Parent-in-law'),
  choice('9', 'Famili lain', 'Other relative'),
  choice('10', 'Pembantu', 'Domestic help'),
  choice('11', 'Lainnya', 'Other'),
]
export const HEAD_OF_FAMILY = '1'

export const RELIGION: readonly Choice[] = [
  choice('1', 'Islam', 'Islam'),
  choice('2', 'Kristen', 'Protestant'),
  choice('3', 'Katholik', 'Catholic'),
  choice('4', 'Hindu', 'Hindu'),
  choice('5', 'Budha', 'Buddhist'),
  choice('6', 'Khonghucu', 'Confucian'),
  choice('7', 'Kepercayaan terhadap Tuhan YME/Lainnya', 'Belief in the One God/other'),
]
export const BELIEF = '7'

export const SEX: readonly Choice[] = [choice('1', 'Laki-laki', 'Male'), choice('2', 'Perempuan', 'Female')]

/** The six values of F-1.01; the short list of four cannot tell recorded from unrecorded. */
export const MARITAL_STATUS: readonly Choice[] = [
  choice('1', 'Belum kawin', 'Never married'),
  choice('2', 'Kawin tercatat', 'Married, recorded'),
  choice('3', 'Kawin belum tercatat', 'Married, not recorded'),
  choice('4', 'Cerai hidup tercatat', 'Divorced, recorded'),
  choice('5', 'Cerai hidup belum tercatat', 'Divorced, not recorded'),
  choice('6', 'Cerai mati', 'Widowed'),
]
export const NEVER_MARRIED = '1'
export const MARRIED_RECORDED = '2'
export const DIVORCED_RECORDED = '4'

export const EDUCATION: readonly Choice[] = [
  choice('1', 'Tidak/belum sekolah', 'No schooling yet'),
  choice('2', 'Belum tamat SD/sederajat', 'Primary school not finished'),
  choice('3', 'Tamat SD/sederajat', 'Primary school'),
  choice('4', 'SLTP/sederajat', 'Junior secondary school'),
  choice('5', 'SLTA/sederajat', 'Senior secondary school'),
  choice('6', 'Diploma I/II', 'Diploma I/II'),
  choice('7', 'Akademi/Diploma III/S. Muda', 'Academy/Diploma III'),
  choice('8', 'Diploma IV/Strata I', 'Diploma IV/Bachelor'),
  choice('9', 'Strata II', 'Master'),
  choice('10', 'Strata III', 'Doctorate'),
]

export const BLOOD_TYPE: readonly Choice[] = [
  ...['A', 'B', 'AB', 'O', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-'].map((type, index) =>
    choice(String(index + 1), type, type),
  ),
  choice('13', 'Tidak tahu', 'Not known'),
]

export const DISABILITY: readonly Choice[] = [
  choice('1', 'Cacat fisik', 'Physical'),
  choice('2', 'Cacat netra/buta', 'Blind'),
  choice('3', 'Cacat rungu/wicara', 'Deaf or mute'),
  choice('4', 'Cacat mental/jiwa', 'Mental'),
  choice('5', 'Cacat fisik dan mental', 'Physical and mental'),
  choice('6', 'Cacat lainnya', 'Other'),
  choice('7', 'Tidak ada', 'None'),
]

export const CITIZENSHIP: readonly Choice[] = [
  choice('1', 'WNI', 'Indonesian citizen'),
  choice('2', 'WNA', 'Foreign citizen'),
]
export const WNI = '1'

/** F-2.01: where the child was born. */
export const BIRTH_PLACE: readonly Choice[] = [
  choice('1', 'Rumah sakit/rumah bersalin', 'Hospital or maternity clinic'),
  choice('2', 'Puskesmas', 'Health centre'),
  choice('3', 'Polindes', 'Village maternity post'),
  choice('4', 'Rumah', 'Home'),
  choice('5', 'Lainnya', 'Elsewhere'),
]

/** F-2.01: one child or several at the same birth. */
export const BIRTH_KIND: readonly Choice[] = [
  choice('1', 'Tunggal', 'Single'),
  choice('2', 'Kembar dua', 'Twins'),
  choice('3', 'Kembar tiga', 'Triplets'),
  choice('4', 'Kembar empat', 'Quadruplets'),
  choice('5', 'Lainnya', 'Other'),
]
export const SINGLE_BIRTH = '1'

/** F-2.01: who helped at the birth. */
export const BIRTH_ATTENDANT: readonly Choice[] = [
  choice('1', 'Dokter', 'Doctor'),
  choice('2', 'Bidan/perawat', 'Midwife or nurse'),
  choice('3', 'Dukun', 'Traditional birth attendant'),
  choice('4', 'Lainnya', 'Other'),
]

/** F-1.03: why someone moves. */
export const MOVE_REASON: readonly Choice[] = [
  choice('1', 'Pekerjaan', 'Work'),
  choice('2', 'Pendidikan', 'Education'),
  choice('3', 'Keamanan', 'Safety'),
  choice('4', 'Kesehatan', 'Health'),
  choice('5', 'Perumahan', 'Housing'),
  choice('6', 'Keluarga', 'Family'),
  choice('7', 'Lainnya', 'Other'),
]
export const OTHER_MOVE_REASON = '7'

/** F-1.03: who of the family moves. */
export const MOVE_KIND: readonly Choice[] = [
  choice('1', 'Kepala keluarga saja', 'The head of the family only'),
  choice('2', 'Kepala keluarga dan seluruh anggota', 'The head and all members'),
  choice('3', 'Kepala keluarga dan sebagian anggota', 'The head and some members'),
  choice('4', 'Anggota keluarga saja', 'Members only'),
]

/** F-1.03: what becomes of the card of those who stay. */
export const STAYERS: readonly Choice[] = [
  choice('1', 'Menumpang KK lain', 'Join another family card'),
  choice('2', 'Membuat KK baru', 'Make a new family card'),
]

/** F-1.03: what becomes of the card of those who move. */
export const MOVERS: readonly Choice[] = [
  choice('1', 'Menumpang KK di tempat tujuan', 'Join a family card there'),
  choice('2', 'Membuat KK baru', 'Make a new family card'),
]

/** Permendagri 108/2019 art. 15: what of a person's record may be changed. Block A of F-1.06 is the first two. */
export const CHANGE_ELEMENT: readonly Choice[] = [
  choice('EDUCATION', 'Pendidikan', 'Education'),
  choice('OCCUPATION', 'Pekerjaan', 'Occupation'),
  choice('RELIGION', 'Agama/kepercayaan', 'Religion or belief'),
  choice('MARITAL_STATUS', 'Status perkawinan', 'Marital status'),
  choice('FAMILY_RELATION', 'Hubungan dalam keluarga (SHDK)', 'Relation to the head'),
  choice('NAME', 'Nama', 'Name'),
  choice('SEX', 'Jenis kelamin', 'Sex'),
  choice('BIRTH_PLACE', 'Tempat lahir', 'Place of birth'),
  choice('BIRTH_DATE', 'Tanggal lahir', 'Date of birth'),
  choice('CITIZENSHIP', 'Kewarganegaraan', 'Citizenship'),
  choice('IMMIGRATION', 'Dokumen imigrasi', 'Immigration document'),
  choice('PARENTS', 'Nama orang tua', 'Names of the parents'),
  choice('SIGNATURE', 'Tanda tangan', 'Signature'),
  choice('ADDRESS', 'Alamat', 'Address'),
  choice('BLOOD_TYPE', 'Golongan darah', 'Blood type'),
]

/** The word of a code in a list; the code itself when the list does not know it. */
export function labelIn(list: readonly Choice[], value: string): Choice['label'] {
  return list.find((one) => one.value === value)?.label ?? { id: value, en: value }
}
