import type { Text } from '#domain/shared/text.ts'
import type { DayGround } from './calendar.ts'
import type { Piece } from './pieces.ts'
import type { Holiday, HolidayKind, Opening, Outage, OutageKind } from './time-rules.ts'

const t = (id: string, en: string): Text => ({ id, en })

export const OUTSIDE = t('Di luar jam kerja', 'Outside working hours')
export const BREAK = t('Istirahat', 'Break')
export const WEEKEND = t('Akhir pekan', 'Weekend')
export const CLOSED = t('Kantor tutup', 'Office closed')
export const UNDER_WAY = t(
  'Di perjalanan ke Dinas: dihitung bagi warga, tidak bagi kantor',
  'On its way to the office: counts for the applicant, not for the office',
)
export const CALENDAR_DAY = t(
  'Hari kalender, libur ikut dihitung (UU 23/2006 pasal 69)',
  'Calendar days, days off included (UU 23/2006 art. 69)',
)

export const HOLIDAY_KIND_LABEL: Record<HolidayKind, Text> = {
  NATIONAL: t('Libur nasional', 'National holiday'),
  COLLECTIVE_LEAVE: t('Cuti bersama', 'Collective leave'),
  LOCAL: t('Libur daerah', 'Local holiday'),
  SPECIAL: t('Libur khusus', 'Special holiday'),
}

export const OUTAGE_LABEL: Record<OutageKind, Text> = {
  SIAK: t('Gangguan SIAK', 'SIAK down'),
  SIGNATURE: t('Gangguan tanda tangan elektronik', 'Electronic signature down'),
  NETWORK: t('Gangguan jaringan', 'Network down'),
  NO_SIGNER: t('Tidak ada penanda tangan', 'No signer'),
}

/** "Libur nasional: Idul Adha 1447 H (SKB 3 Menteri …)" */
export function holidayWords({ kind, name, source }: Holiday): Text {
  const label = HOLIDAY_KIND_LABEL[kind]
  const cited = source === '' ? '' : ` (${source})`
  return t(`${label.id}: ${name}${cited}`, `${label.en}: ${name}${cited}`)
}

export function openingWords({ reason }: Opening): Text {
  return t(`Dibuka khusus: ${reason}`, `Opened by exception: ${reason}`)
}

export function hoursWords(ground: DayGround): Text {
  const name = ground.by === 'hours' ? ground.hours.name : 'Jam kerja'
  return t(`${name} (Perpres 21/2023)`, `${name}, working hours (Perpres 21/2023)`)
}

/** Why a piece of a case's life does not count. */
export function groundWords({ ground, outage }: Piece): Text {
  switch (ground) {
    case 'returned':
      return t(
        'Dikembalikan untuk diperbaiki: standar dan batas hukum berhenti',
        'Returned for repair: the standard and the legal limit stand still',
      )
    case 'held':
      return t(
        'Ditangguhkan: standar berhenti, batas hukum tetap berjalan',
        'On hold: the standard stands still, the legal limit runs on',
      )
    case 'outage': {
      const label = outage ? OUTAGE_LABEL[outage.kind] : t('Gangguan', 'Outage')
      return t(
        `${label.id}: standar berhenti, batas hukum tetap berjalan`,
        `${label.en}: the standard stands still, the legal limit runs on`,
      )
    }
    case 'counts':
    case 'stopped':
      return t('Sudah terbit atau berakhir: tidak dihitung lagi', 'Issued or ended: no longer counted')
  }
}

/** What counted although an outage made it slower: the rule of the hour, and the mark. */
export function markedWords(rule: Text, { kind }: Outage): Text {
  const label = OUTAGE_LABEL[kind]
  return t(
    `${rule.id}. Ditandai: ${label.id}, pekerjaan lebih lambat, waktu tetap dihitung`,
    `${rule.en}. Marked: ${label.en}, the work is slower, the time counts`,
  )
}
