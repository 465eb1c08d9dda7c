import type { Text } from '#domain/shared/text.ts'
import type { CaseEvent } from './case-event.ts'
import type { DeliveryChannel } from './delivery-channel.ts'
import { faultsInWords } from './paper-verdict-words.ts'
import { pinEventWords } from './pin-words.ts'
import { REASON } from './reason.ts'
import { STAGE } from './stage.ts'
import { checkWords, flagsWords, handedWords, proposalWords, takenWords } from './timeline-work.ts'
import { twinEventWords } from './twin-words.ts'
import type { Words } from './words.ts'
import { listed } from './words.ts'

/**
 * One event in plain words, its author first: "Yopi Sahusilawa meneruskan ke Dinas". With `own` the author reads
 * about themselves: "Anda meneruskan ke Dinas". When it happened is shown beside it.
 */
export function describeEvent(event: CaseEvent, words: Words, own = false): Text {
  const act = actOf(event, words)
  const author = own ? { id: 'Anda', en: 'You' } : { id: event.by.name, en: event.by.name }
  return { id: `${author.id} ${act.id}`, en: `${author.en} ${act.en}` }
}

const t = (id: string, en: string): Text => ({ id, en })

const BY_CHANNEL: Record<DeliveryChannel, Text> = {
  link: t('lewat tautan', 'by link'),
  email: t('lewat surel', 'by e-mail'),
  whatsapp: t('lewat WhatsApp', 'by WhatsApp'),
  print: t('sebagai cetakan', 'as a print'),
  hand: t('langsung', 'in person'),
}

function actOf(event: CaseEvent, words: Words): Text {
  switch (event.type) {
    case 'DraftCreated':
      return t('membuat draf', 'created the draft')
    case 'AnswersEdited': {
      const fields = listed(Object.keys(event.changed).map(words.field))
      return t(`mengubah ${fields.id}`, `changed ${fields.en}`)
    }
    case 'AnswerConflicted': {
      const field = words.field(event.field)
      return t(`mengusulkan isian lain untuk ${field.id}`, `proposed another answer for ${field.en}`)
    }
    case 'ConflictSettled': {
      const field = words.field(event.field)
      return t(`memilih isian ${field.id}`, `picked the answer for ${field.en}`)
    }
    case 'FlagsSet':
      return flagsWords(event.flags)
    case 'PaperAdded': {
      const paper = words.paper(event.ruleId)
      const faults = faultsInWords(event.verdict)
      const anyway = faults ? t(` (foto ${faults.id})`, ` (photo ${faults.en})`) : t('', '')
      return event.replaces === undefined
        ? t(`menambah berkas ${paper.id}${anyway.id}`, `added the paper ${paper.en}${anyway.en}`)
        : t(`mengganti berkas ${paper.id}${anyway.id}`, `replaced the paper ${paper.en}${anyway.en}`)
    }
    case 'PaperRemoved':
      return t('menghapus satu berkas', 'removed a paper')
    case 'Submitted':
      return t(
        `mengajukan permohonan, nomor ${event.number}`,
        `submitted the application, number ${event.number}`,
      )
    case 'Discarded':
      return t('membuang draf', 'discarded the draft')
    case 'Claimed':
      return takenWords(event, words)
    case 'ClaimExtended':
      return t('masih mengerjakan permohonan', 'is still working on the application')
    case 'Released':
      return event.cause === 'byHand'
        ? t('melepas permohonan', 'released the application')
        : t('melepas permohonan yang waktu pegangnya habis', 'freed the application, whose lease had ended')
    case 'ItemChecked':
      return checkWords(event, words)
    case 'Forwarded':
      return event.automatic
        ? t(
            `meneruskan ke Dinas secara otomatis${because(event.reason)}`,
            `forwarded to the office automatically${because(event.reason)}`,
          )
        : t('meneruskan ke Dinas', 'forwarded to the office')
    case 'ReturnedToApplicant':
      return t(
        `mengembalikan ${event.faults.length} hal ke pemohon: ${faults(event, 'id')}`,
        `returned ${event.faults.length} points to the applicant: ${faults(event, 'en')}`,
      )
    case 'ReturnedToNegeri':
      return t(
        `mengembalikan ${event.faults.length} hal ke negeri: ${faults(event, 'id')}`,
        `returned ${event.faults.length} points to the village: ${faults(event, 'en')}`,
      )
    case 'Resubmitted': {
      const { id, en } = STAGE[event.stage].label
      const desk =
        event.desk === undefined
          ? t('', '')
          : t(`, kembali ke ${event.desk.person.name}`, `, back to ${event.desk.person.name}`)
      return t(`mengirim perbaikan ke ${id}${desk.id}`, `sent the repair to ${en}${desk.en}`)
    }
    case 'PassedOn':
      return t('meminta pemohon memperbaiki', 'asked the applicant to repair it')
    case 'Reminded':
      return t(
        `mengingatkan, hari ke-${event.day} sejak dikembalikan`,
        `sent a reminder, day ${event.day} since the return`,
      )
    case 'Expired':
      return t('menutup permohonan karena tidak dijawab', 'closed the application, which was not answered')
    case 'Accepted':
      return event.birthTiming === 'LATE'
        ? t('menerima lengkap, lahir terlambat', 'accepted it as complete, a late birth')
        : t('menerima lengkap', 'accepted it as complete')
    case 'DraftProposed':
      return event.corrects
        ? t(
            `mengajukan draf perbaikan, rujukan SIAK ${event.reference}`,
            `proposed the corrected draft, SIAK reference ${event.reference}`,
          )
        : t(
            `mengajukan draf, rujukan SIAK ${event.reference}`,
            `proposed the draft, SIAK reference ${event.reference}`,
          )
    case 'SentBack':
      return t(`mengembalikan draf untuk dikoreksi: ${event.reason}`, `sent the draft back: ${event.reason}`)
    case 'Approved':
      return event.stage === 'HEAD_APPROVAL'
        ? t(
            'menyetujui draf, menunggu persetujuan Kepala Dinas',
            'approved the draft, for the head to approve',
          )
        : t('menyetujui draf, siap ditandatangani', 'approved the draft, ready to sign')
    case 'LateApproved': {
      const on = words.date(event.decidedOn)
      return t(
        `menyetujui lahir terlambat, keputusan ${event.decisionNumber}, ${on.id}`,
        `approved the late birth, decision ${event.decisionNumber}, ${on.en}`,
      )
    }
    case 'LateRefused':
      return t(
        `tidak menyetujui lahir terlambat: ${event.reason}`,
        `did not approve the late birth: ${event.reason}`,
      )
    case 'SignedRecorded': {
      const outputs = listed(event.documents.map((document) => words.output(document.outputId)))
      return t(`mencatat terbit: ${outputs.id}`, `recorded as issued: ${outputs.en}`)
    }
    case 'SignRefused':
      return t(`menolak menandatangani: ${event.reason}`, `refused to sign: ${event.reason}`)
    case 'Delivered': {
      const way = BY_CHANNEL[event.channel]
      return t(
        `menyerahkan dokumen kepada ${event.receiver} ${way.id}`,
        `handed the document to ${event.receiver} ${way.en}`,
      )
    }
    case 'ReceiptConfirmed':
      return event.automatic
        ? t(
            'menutup permohonan setelah 7 hari tanpa keberatan',
            'closed the application after 7 days without objection',
          )
        : t('mengonfirmasi dokumen diterima', 'confirmed that the document was received')
    case 'ErrorReported':
      return t(
        `melaporkan kesalahan dokumen: ${event.what}`,
        `reported an error in the document: ${event.what}`,
      )
    case 'RejectionProposed':
      return t(
        `mengusulkan penolakan: ${REASON[event.code].label.id}`,
        `proposed rejection: ${REASON[event.code].label.en}`,
      )
    case 'RejectionDropped':
      return t(
        `membatalkan usul penolakan: ${event.reason}`,
        `dropped the proposed rejection: ${event.reason}`,
      )
    case 'Rejected':
      return t('menolak permohonan', 'rejected the application')
    case 'Cancelled':
      return t(`membatalkan permohonan: ${event.reason}`, `cancelled the application: ${event.reason}`)
    case 'Held': {
      const on = words.date(event.expectedOn)
      return t(
        `menangguhkan sampai sekitar ${on.id}: ${event.reason}`,
        `put it on hold until about ${on.en}: ${event.reason}`,
      )
    }
    case 'Resumed':
      return t(`melanjutkan permohonan: ${event.reason}`, `resumed the application: ${event.reason}`)
    case 'Reassigned':
      return event.to === undefined
        ? t(
            `melepas permohonan dari pemegangnya: ${event.reason}`,
            `took the application from its holder: ${event.reason}`,
          )
        : t(
            `mengalihkan ke ${event.to.name}: ${event.reason}`,
            `reassigned it to ${event.to.name}: ${event.reason}`,
          )
    case 'HandedOver':
      return handedWords(event)
    case 'WorkProposed':
    case 'WorkTaken':
    case 'WorkDeclined':
      return proposalWords(event)
    case 'TwinLinked':
    case 'TwinDismissed':
    case 'TwinEnded':
    case 'TwinTaken':
    case 'TwinUndone':
    case 'TwinAsked':
      return twinEventWords(event)
    case 'Escalated':
      return t(
        `menaikkan eskalasi ke E${event.level - 1}${because(event.reason)}`,
        `raised the escalation to E${event.level - 1}${because(event.reason)}`,
      )
    case 'NoteWritten':
      return event.visibility === 'internal'
        ? t('menulis catatan internal', 'wrote an internal note')
        : t('menulis catatan untuk pemohon', 'wrote a note to the applicant')
    case 'PaperPinned':
    case 'PinReplied':
    case 'PinSettled':
      return pinEventWords(event, words)
  }
}

function because(reason: string | undefined): string {
  return reason === undefined ? '' : `: ${reason}`
}

function faults(
  event: Extract<CaseEvent, { type: 'ReturnedToApplicant' | 'ReturnedToNegeri' }>,
  language: keyof Text,
): string {
  const labels = [...new Set(event.faults.map((fault) => fault.code))].map((code) => REASON[code].label)
  return listed(labels)[language].toLowerCase()
}
