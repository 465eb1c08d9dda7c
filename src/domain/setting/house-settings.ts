import type { Text } from '#domain/shared/text.ts'

/** LOCAL values that the Dinas sets for itself. */
export const SETTING_KEYS = [
  'leaseMinutes',
  'returnExpiryDays',
  'confirmAfterDays',
  'negeriReviewEnabled',
  'autoForwardPercent',
  'maxOpenDrafts',
  'maxWaitingMegabytes',
  'unusedKeptDays',
  'lateBirthFine',
  'skpwniValidDays',
] as const
export type SettingKey = (typeof SETTING_KEYS)[number]
export type SettingValue = number | boolean

export const SETTING_GROUPS = ['workflow', 'perPerson', 'local'] as const
export type SettingGroup = (typeof SETTING_GROUPS)[number]

/** What one setting is: its bounds, what holds until somebody sets it, and in words what it changes. */
export type SettingFacts = {
  readonly group: SettingGroup
  readonly label: Text
  readonly changes: Text
  /** Absent: yes or no. */
  readonly bounds?: { readonly least: number; readonly most: number; readonly unit: Text }
  readonly standard: SettingValue
  /** What zero says, where zero is "not here". */
  readonly zero?: Text
  /** The house does something by itself by it: open cases are counted again when it comes into force. */
  readonly movesSteps?: true
}

const t = (id: string, en: string): Text => ({ id, en })
const DAYS = t('hari kalender', 'calendar days')

// A table is read by its rows.
// oxfmt-ignore
export const SETTING: Record<SettingKey, SettingFacts> = {
  leaseMinutes: { group: 'workflow', standard: 15, bounds: { least: 5, most: 240, unit: t('menit', 'minutes') }, label: t('Lama pegangan', 'Length of a lease'), changes: t('Selama ini satu petugas memegang permohonan sejak tindakan terakhirnya. Berlaku bagi pegangan baru.', 'For so long one officer holds a case after their last act. Holds for new leases.') },
  returnExpiryDays: { group: 'workflow', standard: 30, bounds: { least: 14, most: 180, unit: DAYS }, movesSteps: true, label: t('Kedaluwarsa setelah dikembalikan', 'Expiry after a return'), changes: t('Permohonan yang dikembalikan dan tidak dijawab ditutup setelah ini. Pengingat tetap hari ke-7, 14 dan 25.', 'A returned case that is not answered is closed after so long. Reminders stay on days 7, 14 and 25.') },
  confirmAfterDays: { group: 'workflow', standard: 7, bounds: { least: 1, most: 60, unit: DAYS }, movesSteps: true, label: t('Selesai sendiri setelah diserahkan', 'Closed by itself after delivery'), changes: t('Tanpa keberatan pemohon, permohonan selesai dengan sendirinya setelah ini.', 'Without a complaint a case is closed by itself after so long.') },
  negeriReviewEnabled: { group: 'workflow', standard: true, movesSteps: true, label: t('Pemeriksaan di negeri', 'Review at the negeri'), changes: t('Tidak: permohonan langsung diteruskan ke Dinas, negeri dan supervisor dikabari.', 'No: cases go on to the Dinas at once; negeri and supervisor are told.') },
  autoForwardPercent: { group: 'workflow', standard: 0, bounds: { least: 0, most: 1000, unit: t('% waktu tahap negeri', "% of the negeri's time") }, zero: t('tidak pernah', 'never'), movesSteps: true, label: t('Diteruskan sendiri', 'Sent on by itself'), changes: t('Permohonan yang tidak diambil negeri diteruskan ke Dinas setelah sekian persen waktu tahapnya.', 'What no negeri took goes on to the Dinas after this share of the time of its stage.') },
  maxOpenDrafts: { group: 'perPerson', standard: 300, bounds: { least: 10, most: 100_000, unit: t('draf', 'drafts') }, label: t('Draf per orang', 'Drafts per person'), changes: t('Lebih dari ini, draf baru ditolak dengan penjelasan. Draf yang ada tetap.', 'Beyond this a new draft is refused in words. Those that are there stay.') },
  maxWaitingMegabytes: { group: 'perPerson', standard: 4096, bounds: { least: 100, most: 1_000_000, unit: t('MB', 'MB') }, label: t('Berkas belum terpakai per orang', 'Unused files per person'), changes: t('Lebih dari ini, kiriman baru ditolak sampai yang lama dipakai dalam permohonan.', 'Beyond this new files are refused until earlier ones are used in a case.') },
  unusedKeptDays: { group: 'perPerson', standard: 120, bounds: { least: 90, most: 3650, unit: DAYS }, label: t('Berkas belum terpakai disimpan', 'Unused files are kept'), changes: t('Berkas yang tidak pernah masuk permohonan dihapus setelah ini. HP bisa lama tanpa sinyal.', 'Files that never came into a case are deleted after so long. A phone may be away for a season.') },
  lateBirthFine: { group: 'local', standard: 0, bounds: { least: 0, most: 1_000_000, unit: t('rupiah', 'rupiah') }, zero: t('tidak ada', 'none'), label: t('Denda lapor lahir terlambat', 'Fine for a late birth report'), changes: t('Hanya disebut di layar menurut Perda, tidak menahan permohonan. Dokumen tetap gratis.', 'Only named on screens; it holds up no case. The document stays free.') },
  skpwniValidDays: { group: 'local', standard: 0, bounds: { least: 0, most: 3650, unit: DAYS }, zero: t('tidak disebut', 'not named'), label: t('Masa berlaku SKPWNI', 'Validity of an SKPWNI'), changes: t('Tanggal akhir yang disebut di SKPWNI, dihitung sejak ditandatangani.', 'The last day that is named with an SKPWNI, from the day it was signed.') },
}

/** May this value hold? What is entered and what is read back from the database are asked the same. */
export function fitsSetting(key: SettingKey, value: unknown): value is SettingValue {
  const { bounds } = SETTING[key]
  if (!bounds) return typeof value === 'boolean'
  return Number.isInteger(value) && Number(value) >= bounds.least && Number(value) <= bounds.most
}
