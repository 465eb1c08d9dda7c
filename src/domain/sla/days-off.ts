import type { LocalDate } from '#domain/shared/local-date.ts'
import type { Holiday } from './time-rules.ts'

const SOURCE =
  'SKB 3 Menteri: Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025 (19 September 2025)'
const everywhere = { office: '*', source: SOURCE } as const
const national = (on: LocalDate, name: string): Holiday => ({ ...everywhere, on, name, kind: 'NATIONAL' })
const leave = (on: LocalDate, name: string): Holiday => ({
  ...everywhere,
  on,
  name,
  kind: 'COLLECTIVE_LEAVE',
})

/**
 * National holidays and collective leave of 2026, as the system is installed with them.
 * @law SKB 3 Menteri (Menteri Agama 1497/2025, Menteri Ketenagakerjaan 2/2025, Menteri PANRB 5/2025)
 */
export const DAYS_OFF: readonly Holiday[] = [
  national('2026-01-01', 'Tahun Baru Masehi'),
  national('2026-01-16', 'Isra Mikraj'),
  leave('2026-02-16', 'Cuti bersama Imlek'),
  national('2026-02-17', 'Tahun Baru Imlek 2577'),
  leave('2026-03-18', 'Cuti bersama Nyepi'),
  national('2026-03-19', 'Nyepi, Saka 1948'),
  leave('2026-03-20', 'Cuti bersama Idul Fitri'),
  national('2026-03-21', 'Idul Fitri 1447 H'),
  national('2026-03-22', 'Idul Fitri 1447 H'),
  leave('2026-03-23', 'Cuti bersama Idul Fitri'),
  leave('2026-03-24', 'Cuti bersama Idul Fitri'),
  national('2026-04-03', 'Wafat Yesus Kristus'),
  national('2026-04-05', 'Kebangkitan Yesus Kristus'),
  national('2026-05-01', 'Hari Buruh'),
  national('2026-05-14', 'Kenaikan Yesus Kristus'),
  leave('2026-05-15', 'Cuti bersama Kenaikan'),
  national('2026-05-27', 'Idul Adha 1447 H'),
  leave('2026-05-28', 'Cuti bersama Idul Adha'),
  national('2026-05-31', 'Waisak 2570 BE'),
  national('2026-06-01', 'Hari Lahir Pancasila'),
  national('2026-06-16', '1 Muharam 1448 H'),
  national('2026-08-17', 'Proklamasi Kemerdekaan'),
  national('2026-08-25', 'Maulid Nabi Muhammad'),
  leave('2026-12-24', 'Cuti bersama Natal'),
  national('2026-12-25', 'Natal'),
]
