import { day, digits, name, PLACES, WORDS } from './people.ts'
import type { Random } from './random.ts'
import { Sheet } from './sheet.ts'

function letterHead(sheet: Sheet, random: Random, title: string): void {
  sheet.write('PEMERINTAH KABUPATEN MALUKU TENGAH', 105, 22, 14, true, 0.5)
  sheet.write(`NEGERI ${random.pick(PLACES).toUpperCase()}`, 105, 29, 13, true, 0.5)
  sheet.write(`Jalan Negeri Nomor ${random.whole(1, 80)}, Maluku Tengah`, 105, 34.5, 9, false, 0.5)
  sheet.rule(20, 38, 190, 38, 0.7)
  sheet.write(title, 105, 50, 13, true, 0.5)
  sheet.write(`Nomor : ${random.whole(100, 999)}/${random.whole(10, 99)}/2026`, 105, 56, 10.5, false, 0.5)
}

function paragraph(sheet: Sheet, random: Random, y: number, lines: number, points: number): number {
  let at = y
  for (let line = 0; line < lines; line++) {
    let words = ''
    const least = line === lines - 1 ? 20 : 62
    while (words.length < least) words += `${random.pick(WORDS)} `
    sheet.write(words.trim(), 25, at, points)
    at += points * 0.55
  }
  return at + 3
}

export function birthLetter(random: Random): Sheet {
  const sheet = new Sheet(210, 297, 240, 34)
  letterHead(sheet, random, 'SURAT KETERANGAN KELAHIRAN')
  let y = paragraph(sheet, random, 68, 3, 11)
  const labels = [
    'Nama anak',
    'Jenis kelamin',
    'Tempat lahir',
    'Tanggal lahir',
    'Jam',
    'Berat',
    'Panjang',
    'Nama ibu',
    'NIK ibu',
    'Nama ayah',
    'NIK ayah',
    'Alamat',
    'Penolong',
  ]
  labels.forEach((label) => {
    sheet.write(label, 30, y, 11)
    const value = /NIK/.test(label) ? digits(random, 16) : /Tanggal/.test(label) ? day(random) : name(random)
    sheet.write(`: ${value}`, 75, y, 11)
    y += 7.2
  })
  y = paragraph(sheet, random, y + 4, 4, 11)
  sheet.write(`${random.pick(PLACES)}, ${day(random)}`, 130, y + 12, 11)
  sheet.write('Bidan penolong,', 130, y + 18, 11)
  sheet.sign(132, y + 32, random)
  sheet.write(name(random), 130, y + 42, 11, true)
  return sheet
}

/** Little writing on much paper. */
export function statement(random: Random): Sheet {
  const sheet = new Sheet(210, 297, 242, 40)
  sheet.write('SURAT PERNYATAAN', 105, 34, 14, true, 0.5)
  const y = paragraph(sheet, random, 52, random.whole(3, 6), 12)
  sheet.write(`${random.pick(PLACES)}, ${day(random)}`, 128, y + 24, 12)
  sheet.write('Yang membuat pernyataan,', 128, y + 31, 12)
  sheet.field(128, y + 38, 16, 12, 175)
  sheet.sign(132, y + 50, random)
  sheet.write(name(random), 128, y + 60, 12)
  return sheet
}

export function lossReport(random: Random): Sheet {
  const sheet = new Sheet(210, 297, 232, 52)
  letterHead(sheet, random, 'SURAT KETERANGAN TANDA LAPOR KEHILANGAN')
  let y = 68
  for (let part = 0; part < 5; part++) y = paragraph(sheet, random, y, random.whole(3, 6), 11.5)
  sheet.sign(140, y + 16, random)
  sheet.write(name(random), 135, y + 24, 11, true)
  return sheet
}
