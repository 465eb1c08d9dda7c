import type { RegionCode } from '#domain/shared/region-code.ts'
import { regencyOf } from '#domain/shared/region-tree.ts'
import type { Text } from '#domain/shared/text.ts'

/** F-1.03 klasifikasi: how far a move goes. 1–3 stay within the kabupaten, 4 and 5 need an SKPWNI. */
export type MoveClass = 1 | 2 | 3 | 4 | 5

/** Computed from the codes of origin (a negeri) and destination (a negeri, or a kabupaten further away); never asked. */
export function moveClass(origin: RegionCode, destination: RegionCode): MoveClass {
  if (origin.slice(0, 2) !== destination.slice(0, 2)) return 5
  if (regencyOf(origin) !== regencyOf(destination)) return 4
  if (origin.slice(0, 8) !== destination.slice(0, 8)) return 3
  return origin === destination ? 1 : 2
}

export const MOVE_CLASS_LABEL: Record<MoveClass, Text> = {
  1: { id: 'Pindah dalam satu negeri', en: 'A move within one village' },
  2: { id: 'Pindah antar negeri, satu kecamatan', en: 'A move between villages of one district' },
  3: { id: 'Pindah antar kecamatan', en: 'A move between districts' },
  4: { id: 'Pindah antar kabupaten, satu provinsi', en: 'A move between regencies of one province' },
  5: { id: 'Pindah antar provinsi', en: 'A move between provinces' },
}

/** What the class means for the citizen, said under the destination. */
export function moveClassWords(origin: RegionCode, destination: RegionCode): Text {
  const label = MOVE_CLASS_LABEL[moveClass(origin, destination)]
  return moveClass(origin, destination) <= 3
    ? {
        id: `${label.id}. Tidak perlu SKPWNI. Yang terbit KK baru.`,
        en: `${label.en}. No SKPWNI is needed. A new family card is issued.`,
      }
    : {
        id: `${label.id}. Yang terbit SKPWNI. KTP-el dan KIA tetap dipegang.`,
        en: `${label.en}. An SKPWNI is issued. KTP-el and KIA stay with you.`,
      }
}
