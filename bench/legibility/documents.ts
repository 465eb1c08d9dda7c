import type { Random } from './random.ts'
import { birthLetter, lossReport, statement } from './letter-documents.ts'
import { day, digits, name, PLACES } from './people.ts'
import type { Page } from './sheet.ts'
import { Sheet } from './sheet.ts'

const DRAW = { familyCard, identityCard, birthLetter, form, statement, lossReport }
export type DocumentKind = keyof typeof DRAW
export const DOCUMENT_KINDS = Object.keys(DRAW) as readonly DocumentKind[]
/** Pixels a millimetre of the drawn page: finer than any photo of it. */
const PER_MM: Record<DocumentKind, number> = {
  familyCard: 8,
  identityCard: 24,
  birthLetter: 8,
  form: 8,
  statement: 8,
  lossReport: 8,
}

/** One paper of this kind, with people of its own. */
export async function drawDocument(kind: DocumentKind, random: Random): Promise<Page> {
  return DRAW[kind](random).page(kind, PER_MM[kind])
}

function familyCard(random: Random): Sheet {
  const sheet = new Sheet(297, 210, 236, 38)
  sheet.write('KARTU KELUARGA', 148, 22, 20, true, 0.5)
  sheet.write(`No. ${digits(random, 16)}`, 148, 30, 12, true, 0.5)
  const left = ['Nama Kepala Keluarga', 'Alamat', 'RT/RW', 'Desa/Kelurahan']
  const right = ['Kecamatan', 'Kabupaten/Kota', 'Kode Pos', 'Provinsi']
  left.forEach((label, row) => {
    const y = 40 + row * 5
    sheet.write(label, 14, y, 8)
    sheet.write(`: ${row === 0 ? name(random).toUpperCase() : random.pick(PLACES).toUpperCase()}`, 52, y, 8)
    sheet.write(right[row] ?? '', 190, y, 8)
    sheet.write(`: ${random.pick(PLACES).toUpperCase()}`, 222, y, 8)
  })
  const first = [
    'No',
    'Nama Lengkap',
    'NIK',
    'Jenis Kelamin',
    'Tempat Lahir',
    'Tanggal Lahir',
    'Agama',
    'Pendidikan',
    'Jenis Pekerjaan',
  ]
  const second = [
    'No',
    'Status Perkawinan',
    'Tanggal Kawin',
    'Hubungan Keluarga',
    'Warga Negara',
    'No. Paspor',
    'Nama Ayah',
    'Nama Ibu',
    'Golongan Darah',
  ]
  const members = random.whole(3, 9)
  table(
    sheet,
    62,
    first,
    members,
    (column) =>
      [
        String(random.whole(1, 9)),
        name(random).toUpperCase(),
        digits(random, 16),
        'LAKI-LAKI',
        random.pick(PLACES).toUpperCase(),
        day(random),
        'KRISTEN',
        'SLTA',
        'PETANI',
      ][column] ?? '',
  )
  table(
    sheet,
    122,
    second,
    members,
    (column) =>
      [
        String(random.whole(1, 9)),
        'KAWIN TERCATAT',
        day(random),
        'KEPALA KELUARGA',
        'WNI',
        '-',
        name(random).toUpperCase(),
        name(random).toUpperCase(),
        'TIDAK TAHU',
      ][column] ?? '',
  )
  sheet.write(`Dikeluarkan Tanggal : ${day(random)}`, 14, 184, 8)
  sheet.write('Kepala Keluarga', 120, 184, 8)
  sheet.sign(125, 195, random)
  sheet.write('Kepala Dinas Kependudukan', 215, 184, 8)
  sheet.sign(222, 195, random)
  sheet.write(name(random), 220, 202, 8, true)
  return sheet
}

const TABLE = [14, 21, 70, 105, 128, 155, 178, 200, 238, 283]

function table(
  sheet: Sheet,
  top: number,
  heads: readonly string[],
  rows: number,
  cell: (column: number) => string,
): void {
  const step = 4.6
  for (let row = 0; row <= 11; row++) sheet.rule(14, top + row * step, 283, top + row * step)
  for (const x of TABLE) sheet.rule(x, top, x, top + 11 * step)
  heads.forEach((head, column) => sheet.write(head, (TABLE[column] ?? 0) + 1, top + 3.2, 7.2, true))
  for (let row = 0; row < rows; row++)
    heads.forEach((_, column) =>
      sheet.write(cell(column), (TABLE[column] ?? 0) + 1, top + 3.2 + (row + 1) * step, 7.2),
    )
}

function identityCard(random: Random): Sheet {
  const sheet = new Sheet(85.6, 54, 205, 42)
  for (let x = -20; x < 90; x += 6) sheet.field(x, 8, 30, 44, 200 + ((x * 7) % 11), true)
  sheet.write('PROVINSI MALUKU', 42, 5.5, 8, true, 0.5)
  sheet.write('KABUPATEN MALUKU TENGAH', 42, 9, 8, true, 0.5)
  sheet.write('NIK', 4, 14.5, 8, true)
  sheet.write(`: ${digits(random, 16)}`, 18, 14.5, 9, true)
  const rows = [
    ['Nama', name(random).toUpperCase()],
    ['Tempat/Tgl Lahir', `${random.pick(PLACES).toUpperCase()}, ${day(random)}`],
    ['Jenis Kelamin', 'PEREMPUAN      Gol. Darah : O'],
    ['Alamat', `JL. ${random.pick(PLACES).toUpperCase()}`],
    ['     RT/RW', '001/002'],
    ['     Kel/Desa', random.pick(PLACES).toUpperCase()],
    ['     Kecamatan', random.pick(PLACES).toUpperCase()],
    ['Agama', 'KRISTEN'],
    ['Status Perkawinan', 'KAWIN'],
    ['Pekerjaan', 'NELAYAN/PERIKANAN'],
    ['Kewarganegaraan', 'WNI'],
    ['Berlaku Hingga', 'SEUMUR HIDUP'],
  ]
  rows.forEach(([label = '', value = ''], row) => {
    sheet.write(label, 4, 18.3 + row * 2.9, 5.6)
    sheet.write(`: ${value}`, 23, 18.3 + row * 2.9, 5.6)
  })
  sheet.field(63, 13, 19, 25, 150)
  sheet.field(68, 17, 9, 12, 185, true)
  sheet.field(66, 29, 13, 9, 90)
  sheet.write(random.pick(PLACES).toUpperCase(), 72, 42, 5, false, 0.5)
  sheet.write(day(random), 72, 44.6, 5, false, 0.5)
  sheet.sign(66, 50, random)
  return sheet
}

function form(random: Random): Sheet {
  const sheet = new Sheet(215, 330, 238, 30)
  sheet.write('F-2.01', 190, 14, 10, true, 1)
  sheet.write('FORMULIR PELAPORAN PENCATATAN SIPIL', 107, 22, 12, true, 0.5)
  let y = 34
  for (const part of [
    'DATA PELAPOR',
    'DATA ANAK',
    'DATA IBU',
    'DATA AYAH',
    'DATA SAKSI I',
    'DATA SAKSI II',
  ]) {
    sheet.field(12, y - 4, 191, 5.5, 205)
    sheet.write(part, 14, y, 9, true)
    y += 7
    for (const label of ['NIK', 'Nama lengkap', 'Tanggal lahir', 'Pekerjaan', 'Alamat']) {
      sheet.write(label, 14, y, 8)
      if (label === 'NIK')
        for (let box = 0; box < 16; box++) {
          const x = 70 + box * 5.5
          sheet.rule(x, y - 3.6, x + 5.5, y - 3.6)
          sheet.rule(x, y + 1, x + 5.5, y + 1)
          sheet.rule(x, y - 3.6, x, y + 1)
          sheet.write(digits(random, 1), x + 1.5, y, 9)
        }
      else sheet.write(label === 'Tanggal lahir' ? day(random) : name(random), 70, y, 9)
      sheet.rule(12, y + 2, 203, y + 2, 0.15)
      y += 7
    }
    y += 3
  }
  sheet.write(`${random.pick(PLACES)}, ${day(random)}`, 140, y + 4, 9)
  sheet.sign(145, y + 18, random)
  sheet.write(name(random), 140, y + 24, 9, true)
  return sheet
}
