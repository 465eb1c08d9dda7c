import type { LocalDate } from '#domain/shared/local-date.ts'
import { addDays } from '#domain/shared/local-date.ts'
import type { RegionCode } from '#domain/shared/region-code.ts'

/** From 0 up to, but not including, 1: a seeded one gives the same people every time. */
export type Random = () => number

export type SampleContext = {
  readonly random: Random
  readonly reportOn: LocalDate
  readonly negeri: RegionCode
}

export type SamplePerson = {
  readonly name: string
  readonly nik: string
  readonly sex: '1' | '2'
  readonly birthDate: LocalDate
}

const FAMILY_NAMES =
  'Tuapeti Manuhua Nikijuw Leitimur Rehalat Rumaso Latukau Hehanusa Saluka Lesi Tetelae Tuhepa Patirane Lawalata Kelsaba Pattilou Boufakar Wattirua Sahusilawa Lewerissa Pattiwael Kapela Lonthor Boiratan Renwarin Rahareng Pelupessy Latuconsina Sahetapy Siahaya Tomasoa Wairata Souisa Manusama Titaley Sopacua Nanlohy Ririmasse Papilaya Marasabessy Tuasikal Ohorella Lestaluhu Malawat Waelo Tuhumury Matulessy Salampessy Hatumena Tehuayo'.split(
    ' ',
  )

const MEN =
  'Yohanis Petrus Markus Lukas Daud Beni Yopi Elia Frans Semuel Melkias Yakob Saleh Rahim Jafar Hanafi Abdul Umar Ali Idrus Hasan Salim Arsyad Rusdi Taufik Iskandar Ruben Marthen Obeth Johanis'.split(
    ' ',
  )

const WOMEN =
  'Grasela Ester Josina Elsina Dorkas Maria Mince Agustina Ona Wiwi Yuliana Marlen Fransina Naomi Salma Fatima Halima Rugaya Rukia Nurlaila Marwa Aminah Siti Hadija Wa Rukmini Saida Mina Sarlota Penina'.split(
    ' ',
  )

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** One of several. */
export function pick<T>(random: Random, all: readonly [T, ...T[]] | readonly T[]): T {
  const found = all[Math.floor(random() * all.length)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}

/** A name of the islands: one or two given names and the family's own. */
export function sampleName(random: Random, sex: '1' | '2', family: string): string {
  const given = sex === '1' ? MEN : WOMEN
  const first = pick(random, given)
  const second = pick(random, given)
  return (
    random() < 0.4 && first !== second ? `${first} ${second} ${family}` : `${first} ${family}`
  ).toUpperCase()
}

export function sampleFamilyName(random: Random): string {
  return pick(random, FAMILY_NAMES)
}

/** A day on which someone is `age` years old on `on`, never a day less. */
export function birthDateAtAge(random: Random, age: number, on: LocalDate): LocalDate {
  const sameDay = `${String(Number(on.slice(0, 4)) - age).padStart(4, '0')}-${on.slice(5) === '02-29' ? '02-28' : on.slice(5)}`
  return addDays(sameDay, -between(random, 0, 360))
}

/**
 * A made-up NIK of right structure: the kecamatan of the negeri, the day of birth (+40 for women) and a serial from 9000
 * up, where real ones hardly reach.
 */
export function sampleNik(random: Random, negeri: RegionCode, birthDate: LocalDate, sex: '1' | '2'): string {
  const day = Number(birthDate.slice(8, 10)) + (sex === '2' ? 40 : 0)
  return `${regionDigits(negeri)}${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}${between(random, 9000, 9999)}`
}

/** A made-up No. KK of right structure, recorded on some day of the years before `on`. */
export function sampleNoKk(random: Random, negeri: RegionCode, on: LocalDate): string {
  const recorded = addDays(on, -between(random, 200, 4000))
  return `${regionDigits(negeri)}${recorded.slice(8, 10)}${recorded.slice(5, 7)}${recorded.slice(2, 4)}${between(random, 9000, 9999)}`
}

const regionDigits = (negeri: RegionCode): string => negeri.slice(0, 8).replaceAll('.', '')

/** Someone of this sex and age, of this family. */
export function samplePerson(
  { random, reportOn, negeri }: SampleContext,
  sex: '1' | '2',
  age: number,
  family: string,
): SamplePerson {
  const birthDate = birthDateAtAge(random, age, reportOn)
  return {
    name: sampleName(random, sex, family),
    sex,
    birthDate,
    nik: sampleNik(random, negeri, birthDate, sex),
  }
}
