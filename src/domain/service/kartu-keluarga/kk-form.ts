import type { Text } from '#domain/shared/text.ts'
import type { Situation } from '../answers.ts'
import { field, paper, question, words } from '../define.ts'
import type {
  Field,
  Finding,
  KindDefinition,
  Output,
  PaperRule,
  Question,
  Where,
} from '../service-definition.ts'
import { applicantName, applicantQuestions, FAMILY_RIGHT, PROXY_PAPER } from '../parts/applicant.ts'
import { checkConsent, CLOSING_QUESTIONS } from '../parts/consent.ts'

const KK_OUTPUT: Output = { id: 'KK', label: words('Kartu Keluarga', 'Family card'), selfPrint: true }

const KK_LAW = [
  'UU 23/2006 jo. UU 24/2013 art. 61',
  'Perpres 96/2018 art. 10–13',
  'Permendagri 108/2019',
  'Surat Dirjen Dukcapil 470/13287/Dukcapil',
]

/** What a kind of KK says of itself; the rest every kind of KK has in common. */
export type KkKind = {
  readonly id: string
  readonly label: Text
  readonly form: string
  readonly when: Text
  readonly law?: readonly string[]
  readonly questions: readonly Question[]
  readonly papers: readonly PaperRule[]
  readonly check?: (situation: Situation, where: Where) => readonly Finding[]
  readonly followUps?: KindDefinition['followUps']
}

/** A kind of Kartu Keluarga: applicant first, then its own questions, then consent; F-1.02 and proxy always. */
export function kkKind(own: KkKind): KindDefinition {
  return {
    id: own.id,
    service: 'KK',
    label: own.label,
    form: own.form,
    when: own.when,
    law: [...KK_LAW, ...(own.law ?? [])],
    questions: [...applicantQuestions(FAMILY_RIGHT), ...own.questions, ...CLOSING_QUESTIONS],
    papers: [F102, ...own.papers, PROXY_PAPER],
    outputs: [KK_OUTPUT],
    check: (situation, where) => [...checkConsent(situation), ...(own.check?.(situation, where) ?? [])],
    ...(own.followUps ? { followUps: own.followUps } : {}),
    applicantName,
  }
}

const F102: PaperRule = paper(
  'F102',
  'Formulir F-1.02, sudah ditandatangani',
  'Form F-1.02, signed',
  words('untuk setiap permohonan KK', 'for every application for a KK'),
  {
    hint: words('Formulir kosong ada di kantor negeri.', 'The blank form is at the village office.'),
    law: 'Permendagri 109/2019',
  },
)

/** The card as it is now. */
export const OLD_KK: PaperRule = paper(
  'OLD_KK',
  'KK lama',
  'The present family card',
  words('karena KK ini yang diganti', 'because this card is replaced'),
  {
    otherwise: words(
      'KK hilang? Ajukan KK hilang lebih dulu.',
      'Is the card lost? Apply for a lost card first.',
    ),
  },
)

/** The applicant's identity card. */
export const KTP: PaperRule = paper(
  'KTP',
  'KTP-el pemohon',
  'KTP-el of the applicant',
  words('karena pemohon harus dikenali', 'because the applicant must be known'),
)

/** The number of the card concerned, on a page of its own. */
export function noKkQuestion(titleId: string, titleEn: string, more: readonly Field[] = []): Question {
  return question('familyCard', titleId, titleEn, [
    field('noKk', 'noKk', 'No. KK', 'No. KK', {
      hint: words('16 angka di bagian atas KK.', '16 digits at the top of the card.'),
    }),
    ...more,
  ])
}

/** The head of the family as the card names them. */
export const HEAD_NAME: Field = field(
  'headName',
  'name',
  'Nama kepala keluarga',
  'Name of the head of family',
)

/** F-1.05, where a marriage or divorce has no deed. */
export function unrecordedStatement(neededWhen: NonNullable<PaperRule['neededWhen']>): PaperRule {
  return paper(
    'F105',
    'F-1.05, SPTJM perkawinan atau perceraian belum tercatat',
    'F-1.05, statement on an unrecorded marriage or divorce',
    words('karena tidak ada akta', 'because there is no certificate'),
    {
      neededWhen,
      hint: words('Ditandatangani keduanya dan dua saksi.', 'Signed by both and two witnesses.'),
      law: 'Permendagri 108/2019 art. 10',
    },
  )
}
