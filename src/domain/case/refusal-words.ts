import type { Text } from '#domain/shared/text.ts'
import { ROLE_LABEL } from '#domain/access/role.ts'
import { COMMAND_LABEL } from './command-label.ts'
import { fullRefusalWords } from './full-refusal-words.ts'
import { pinRefusalWords } from './pin-refusal-words.ts'
import type { Refusal } from './refusal.ts'
import { samePersonWords } from './same-person-words.ts'
import { STAGE } from './stage.ts'
import { twinRefusalWords } from './twin-words.ts'
import type { Words } from './words.ts'
import { listed } from './words.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** A refusal in plain words: what cannot be done, who or what stands in the way, and what to do next. */
export function wordsOf(refusal: Refusal, words: Words): Text {
  switch (refusal.why) {
    case 'not-found':
      return t(
        'Permohonan ini tidak ada, atau di luar wilayah Anda.',
        'This application does not exist, or lies outside your area.',
      )
    case 'already-exists':
      return t(
        'Permohonan ini sudah ada. Buka dari daftar Anda.',
        'This application already exists. Open it from your list.',
      )
    case 'not-in-stage':
      return elsewhere(refusal, words)
    case 'not-your-role': {
      const act = COMMAND_LABEL[refusal.command]
      return t(`${act.id} bukan tugas peran Anda.`, `${act.en} is not a task of your role.`)
    }
    case 'held-by-other': {
      const { name, role } = refusal.holder
      const since = words.time(refusal.holder.since)
      const until = words.time(refusal.holder.until)
      return t(
        `${name} (${ROLE_LABEL[role].id}) lebih dulu mengambil permohonan ini, ${since.id}. Bebas lagi paling lambat ${until.id}.`,
        `${name} (${ROLE_LABEL[role].en}) took this application first, ${since.en}. Free again by ${until.en}.`,
      )
    }
    case 'not-held':
      return t('Ambil dulu permohonan ini, lalu lanjutkan.', 'Take this application first, then go on.')
    case 'form-invalid':
      return formWords(refusal.findings)
    case 'papers-missing': {
      const papers = listed(refusal.ruleIds.map(words.paper))
      return t(`Berkas masih kurang: ${papers.id}.`, `Papers are still missing: ${papers.en}.`)
    }
    case 'too-many-drafts':
      return t(
        `Anda sudah punya ${refusal.most} draf. Ajukan atau hapus dulu beberapa.`,
        `You have ${refusal.most} drafts already. Send or discard some first.`,
      )
    case 'member-moving': {
      const names = refusal.names.join(', ')
      return t(
        `${names} masih tercatat di permohonan pindah lain. Selesaikan atau batalkan yang itu dulu.`,
        `${names} still stands in another application to move. Finish or cancel that one first.`,
      )
    }
    case 'unknown-kind':
      return t(
        'Jenis layanan ini tidak dikenal. Pilih jenis dari daftar.',
        'This kind of service is unknown. Choose one from the list.',
      )
    case 'unknown-negeri':
      return t('Negeri ini tidak ada di daftar wilayah.', 'This village is not in the list of regions.')
    case 'unknown-field':
      return t(
        'Isian ini tidak ada di formulir. Muat ulang halaman.',
        'This answer is not in the form. Reload the page.',
      )
    case 'unknown-output':
      return t(
        'Dokumen ini bukan hasil dari permohonan ini.',
        'This application does not yield this document.',
      )
    case 'unknown-paper':
      return t(
        'Berkas ini tidak ada di daftar permohonan ini.',
        'This paper is not in the list of this application.',
      )
    case 'file-not-ready':
      return t(
        'Berkas belum selesai diunggah atau ditolak. Unggah ulang.',
        'The file is not fully uploaded, or was refused. Upload it again.',
      )
    case 'owner-only':
      return t(
        `Draf ini milik ${refusal.owner.name}. Hanya pemiliknya yang dapat mengubah.`,
        `This draft belongs to ${refusal.owner.name}. Only its owner may change it.`,
      )
    case 'consent-missing':
      return t(
        'Pernyataan kebenaran dan pemberitahuan privasi belum ditandai.',
        'The statement of truth and the privacy notice are not ticked yet.',
      )
    case 'items-unchecked': {
      const papers = listed(refusal.ruleIds.map(words.paper))
      return t(
        `Belum bisa diteruskan: ${papers.id} belum diperiksa atau bermasalah.`,
        `Cannot go on yet: ${papers.en} not checked, or with a problem.`,
      )
    }
    case 'ground-missing':
      return t('Tuliskan alasannya dulu.', 'Write the reason first.')
    case 'reason-not-for-service':
      return t(
        'Kode alasan ini tidak berlaku untuk layanan ini.',
        'This reason does not apply to this service.',
      )
    case 'reason-too-short':
      return t(
        `Jelaskan paling sedikit ${refusal.least} huruf.`,
        `Explain in at least ${refusal.least} characters.`,
      )
    case 'reason-not-final':
      return t(
        'Kode alasan ini hanya untuk pengembalian, bukan penolakan.',
        'This reason is for a return, not for a rejection.',
      )
    case 'supervisor-only':
      return t('Hanya Supervisor yang boleh melakukan ini.', 'Only a supervisor may do this.')
    case 'applicant-has-no-account':
      return t(
        'Pemohon tidak punya akun. Kembalikan ke negeri.',
        'The applicant has no account. Return it to the village.',
      )
    case 'faults-unanswered': {
      const numbers = refusal.faults.map((fault) => fault + 1).join(', ')
      return t(
        `Hal nomor ${numbers} belum diperbaiki atau dijawab.`,
        `Points ${numbers} are neither repaired nor answered.`,
      )
    }
    case 'not-yet': {
      const from = words.time(refusal.from)
      return t(`Belum waktunya. Bisa mulai ${from.id}.`, `Not yet. Possible from ${from.en}.`)
    }
    case 'siak-unconfirmed':
      return t(
        'Pastikan NIK dan KK ada di SIAK dan tidak ganda.',
        'Confirm that NIK and family card stand in SIAK and are not doubled.',
      )
    case 'draft-missing':
      return t(
        'Lampirkan draf PDF atau tulis lembar datanya.',
        'Attach the draft PDF or write its data sheet.',
      )
    case 'same-person':
      return samePersonWords(refusal.did)
    case 'late-needs-head':
      return t(
        'Lahir terlambat perlu persetujuan Kepala Dinas.',
        'A late birth needs the approval of the head of the office.',
      )
    case 'outputs-incomplete': {
      const outputs = listed(refusal.outputIds.map(words.output))
      return t(
        `Belum lengkap: ${outputs.id}. Perlu nomor, dan PDF atau tautan resmi.`,
        `Not complete: ${outputs.en}. Needs its number, and a PDF or the official link.`,
      )
    }
    case 'date-in-future':
      return t('Tanggal atau waktunya belum terjadi.', 'The date or time is in the future.')
    case 'date-in-past':
      return t('Tanggal atau waktunya terlalu awal.', 'The date or time is too early.')
    case 'statement-missing':
      return t(
        'Tuliskan pernyataan pemohon yang meminta pembatalan.',
        'Write the statement of the applicant who asked to cancel.',
      )
    case 'rejection-pending':
      return t(
        'Penolakan sudah diusulkan. Tunggu keputusan orang kedua.',
        'A rejection is proposed. Wait for the second person.',
      )
    case 'no-rejection-pending':
      return t('Tidak ada usul penolakan yang menunggu.', 'No rejection is waiting.')
    case 'unknown-person':
      return t(
        'Orang ini tidak dapat mengerjakan permohonan di tahap ini.',
        'This person cannot work on the application at this stage.',
      )
    case 'conflicts-open': {
      const fields = listed(refusal.fields.map(words.field))
      return t(
        `Ada dua isian berbeda: ${fields.id}. Pilih salah satu.`,
        `Two answers differ: ${fields.en}. Pick one.`,
      )
    }
    case 'unknown-pin':
    case 'pin-without-words':
    case 'too-many-pins':
    case 'pin-not-yours':
    case 'pins-waiting':
    case 'pins-left-out':
    case 'locked':
    case 'same-paper':
      return pinRefusalWords(refusal, words)
    case 'too-many-proposals':
    case 'proposal-too-big':
    case 'case-too-big':
      return fullRefusalWords(refusal)
    case 'twins-unsettled':
    case 'twin-settled':
    case 'twin-apart':
      return twinRefusalWords(refusal, words)
    case 'nothing-changes':
      return t(
        'Tidak ada yang berubah. Permohonan sudah seperti itu.',
        'Nothing changes. The application already stands like that.',
      )
    case 'command-id-reused':
      return t(
        'Perintah ini sudah dipakai untuk isi lain. Ulangi tindakan Anda.',
        'This command was used for something else. Repeat your action.',
      )
  }
}

function elsewhere(refusal: Extract<Refusal, { why: 'not-in-stage' }>, words: Words): Text {
  const act = COMMAND_LABEL[refusal.command]
  const stage = STAGE[refusal.stage].label
  const { changedBy, changedAt } = refusal
  if (changedBy === undefined || changedAt === undefined) {
    return t(`${act.id} tidak bisa di tahap ${stage.id}.`, `${act.en} is not possible in ${stage.en}.`)
  }
  const at = words.time(changedAt)
  return t(
    `${act.id} tidak bisa di tahap ${stage.id}. ${changedBy.name} memindahkannya ke sini, ${at.id}.`,
    `${act.en} is not possible in ${stage.en}. ${changedBy.name} brought it there, ${at.en}.`,
  )
}

function formWords(findings: Extract<Refusal, { why: 'form-invalid' }>['findings']): Text {
  const [first] = findings
  if (first === undefined) return t('Isian formulir belum benar.', 'The form is not right yet.')
  if (findings.length === 1) return first.text
  return t(
    `${findings.length} isian belum benar. ${first.text.id}`,
    `${findings.length} answers are not right yet. ${first.text.en}`,
  )
}
