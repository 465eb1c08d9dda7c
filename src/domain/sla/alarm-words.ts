import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Text } from '#domain/shared/text.ts'
import type { SystemAlarm } from './system-alarm.ts'

const t = (id: string, en: string): Text => ({ id, en })

const QUEUE: Record<ServiceId, Text> = {
  KK: t('Kartu Keluarga', 'Family card'),
  AKTA_KELAHIRAN: t('Akta Kelahiran', 'Birth certificate'),
  SKPWNI: t('SKPWNI', 'Move (SKPWNI)'),
}

/** What the alarm is, in one sentence, and what is to be done. */
export function alarmWords({ kind, service, late, open }: Omit<SystemAlarm, 'since' | 'place'>): {
  readonly what: Text
  readonly next: Text
} {
  switch (kind) {
    case 'NO_SIGNER':
      return {
        what: t('Tidak ada penanda tangan TTE aktif', 'There is no active signer'),
        next: t(
          'Aktifkan akun Kepala Dinas atau Plh/Plt.',
          "Activate the head's account or that of an acting one.",
        ),
      }
    case 'SIAK_LONG':
      return {
        what: t('SIAK mati lebih dari 2 jam', 'SIAK has been down for more than 2 hours'),
        next: t('Hubungi Ditjen Dukcapil dan kabari negeri.', 'Call the ministry and tell the villages.'),
      }
    case 'QUEUE_LATE': {
      const name = service === null ? t('Antrean', 'Queue') : QUEUE[service]
      return {
        what: t(
          `${name.id}: ${late} dari ${open} permohonan terbuka melewati janji`,
          `${name.en}: ${late} of ${open} open applications are past their promise`,
        ),
        next: t(
          'Lebih dari 10 %. Tambah petugas atau alihkan permohonan.',
          'More than 10 %. Add people or reassign.',
        ),
      }
    }
  }
}
