import { COMMAND_LABEL } from '#domain/case/command-label.ts'
import type { Text } from '#domain/shared/text.ts'

const WORDS: { readonly [action: string]: Text } = {
  'session.open': { id: 'Masuk', en: 'Signed in' },
  'session.refuse': { id: 'Percobaan masuk ditolak', en: 'Sign-in refused' },
  'session.close': { id: 'Keluar', en: 'Signed out' },
  'session.end': { id: 'Sesi diakhiri', en: 'Session ended' },
  'device.registered': { id: 'HP dikenal untuk kiriman kapal', en: 'Phone known for boat files' },
  'device.revoked': { id: 'HP tidak berlaku lagi', en: 'Phone revoked' },
  'person.create': { id: 'Pengguna dibuat', en: 'User created' },
  'person.change': { id: 'Pengguna diubah', en: 'User changed' },
  'person.disable': { id: 'Pengguna dinonaktifkan', en: 'User disabled' },
  'person.enable': { id: 'Pengguna diaktifkan', en: 'User enabled' },
  'person.resetPassword': { id: 'Kata sandi disetel ulang', en: 'Password reset' },
  'person.resetSecondFactor': { id: 'Kode masuk disetel ulang', en: 'Sign-in code reset' },
  'account.changePassword': { id: 'Kata sandi sendiri diganti', en: 'Own password changed' },
  'account.enrol': { id: 'Kode masuk dipasang', en: 'Sign-in code set up' },
  'account.removeFactor': { id: 'Kode masuk dilepas', en: 'Sign-in code removed' },
  'access.refuse': { id: 'Tindakan di luar wewenang ditolak', en: 'Act beyond their rights refused' },
  'alarm.manyReads': { id: 'Membaca sangat banyak permohonan', en: 'Read unusually many cases' },
  'audit.search': { id: 'Jejak audit dicari', en: 'Audit trail searched' },
  'case.open': { id: 'Permohonan dibuka', en: 'Case opened' },
  'case.refresh': { id: 'Permohonan dimuat ulang', en: 'Case reloaded' },
  'case.reveal': { id: 'Data lengkap dibuka', en: 'Full value shown' },
  'case.revealRefused': { id: 'Permintaan data lengkap ditolak', en: 'Full value refused' },
  'case.searchClosed': { id: 'Permohonan selesai dicari', en: 'Ended cases searched' },
  'case.searchIdentity': { id: 'Dicari dengan NIK atau No. KK', en: 'Searched by NIK or No. KK' },
  'note.open': { id: 'Catatan bersama dibaca', en: 'Common note read' },
  'note.write': { id: 'Catatan bersama ditulis', en: 'Common note written' },
  'note.version': { id: 'Riwayat catatan dibuka', en: 'Earlier version of a note read' },
  'paper.open': { id: 'Berkas dilihat', en: 'Paper looked at' },
  'paper.thumb': { id: 'Gambar kecil dilihat', en: 'Thumbnail looked at' },
  'receipt.open': { id: 'Tanda terima dibuka', en: 'Receipt opened' },
  'draft.open': { id: 'Draf dibuka', en: 'Draft opened' },
  'calendar.addDay': { id: 'Hari dimasukkan', en: 'Day entered' },
  'calendar.confirmDay': { id: 'Hari ditetapkan', en: 'Day confirmed' },
  'calendar.withdrawDay': { id: 'Hari ditarik', en: 'Day taken back' },
  'calendar.confirmYear': { id: 'Tahun ditetapkan', en: 'Year confirmed' },
  'calendar.propose': { id: 'Libur nasional diusulkan', en: 'Holidays proposed' },
  'calendar.setHours': { id: 'Jam kerja diatur', en: 'Working hours set' },
  'policy.set': { id: 'Standar pelayanan diatur', en: 'Service standard set' },
  'outage.declare': { id: 'Gangguan dinyatakan', en: 'Outage declared' },
  'outage.correct': { id: 'Gangguan dikoreksi', en: 'Outage corrected' },
  'outage.withdraw': { id: 'Gangguan ditarik', en: 'Outage taken back' },
  'setting.set': { id: 'Pengaturan diubah', en: 'Setting changed' },
  'setting.withdraw': { id: 'Pengaturan ditarik', en: 'Setting taken back' },
  'draft.refresh': { id: 'Draf dimuat ulang', en: 'Draft reloaded' },
}

/** An act of the record in words; a command by its own label, anything unknown by its name. */
export function actionWords(action: string): Text {
  const own = WORDS[action]
  if (own) return own
  const [area, command = ''] = action.split('.', 2)
  const label = area === 'case' ? COMMAND_LABEL[command as keyof typeof COMMAND_LABEL] : undefined
  return label ?? { id: action, en: action }
}

const DETAILS: { readonly [name: string]: Text } = {
  session: { id: 'Sesi', en: 'Session' },
  device: { id: 'HP', en: 'Phone' },
  secondFactor: { id: 'Dengan kode masuk', en: 'With sign-in code' },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Menjadi', en: 'To' },
  renamed: { id: 'Nama diganti', en: 'Renamed' },
  role: { id: 'Peran', en: 'Role' },
  areas: { id: 'Wilayah', en: 'Areas' },
  services: { id: 'Layanan', en: 'Services' },
  found: { id: 'Ditemukan', en: 'Found' },
  cases: { id: 'Permohonan', en: 'Cases' },
  reason: { id: 'Alasan', en: 'Reason' },
  field: { id: 'Isian', en: 'Field' },
  fileId: { id: 'Berkas', en: 'Paper' },
  person: { id: 'Pelaku', en: 'Who' },
  subject: { id: 'Tentang', en: 'About' },
  action: { id: 'Tindakan', en: 'Act' },
  side: { id: 'Untuk siapa', en: 'For whom' },
  sitting: { id: 'Penulisan ke', en: 'Sitting' },
  version: { id: 'Versi', en: 'Version' },
  events: { id: 'Peristiwa', en: 'Events' },
}

/** What was noted beside an act, by name; an unknown name stays as it is. */
export function detailName(name: string): Text {
  return DETAILS[name] ?? { id: name, en: name }
}

export function detailValue(value: unknown): Text {
  if (value === true) return { id: 'ya', en: 'yes' }
  if (value === false) return { id: 'tidak', en: 'no' }
  const words = typeof value === 'string' ? value : JSON.stringify(value)
  return { id: words, en: words }
}
