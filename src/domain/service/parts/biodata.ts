import type { AnswerRow, Situation } from '../answers.ts'
import {
  BELIEF,
  BLOOD_TYPE,
  CITIZENSHIP,
  DISABILITY,
  DIVORCED_RECORDED,
  EDUCATION,
  FAMILY_RELATION,
  MARITAL_STATUS,
  MARRIED_RECORDED,
  RELIGION,
  SEX,
  WNI,
} from '../code-lists.ts'
import { fault, field, paper, question, words } from '../define.ts'
import { OCCUPATION } from '../occupation.ts'
import { rowsIn, saysYes, textIn } from '../read-answers.ts'
import type { Field, Finding, PaperRule, Question } from '../service-definition.ts'
import { someWithoutNik } from './family-members.ts'

const inRow =
  (id: string, ...values: readonly string[]) =>
  (row: AnswerRow) =>
    values.includes(textIn(row, id))
const optional = { required: false } as const

/** Every line of F-1.01 for one person, asked only of someone who has no NIK yet. */
const COLUMNS: readonly Field[] = [
  field('name', 'name', 'Nama lengkap', 'Full name'),
  field('titleBefore', 'text', 'Gelar depan, bila ada', 'Title before the name, if any', {
    ...optional,
    max: 20,
  }),
  field('titleAfter', 'text', 'Gelar belakang, bila ada', 'Title after the name, if any', {
    ...optional,
    max: 20,
  }),
  field('sex', 'choice', 'Jenis kelamin', 'Sex', { choices: SEX }),
  field('birthPlace', 'text', 'Tempat lahir', 'Place of birth', { max: 60, min: 3 }),
  field('birthDate', 'date', 'Tanggal lahir', 'Date of birth'),
  field('citizenship', 'choice', 'Kewarganegaraan', 'Citizenship', { choices: CITIZENSHIP }),
  field('hasBirthDeed', 'yesNo', 'Ada akta kelahiran', 'Has a birth certificate'),
  field('birthDeedNumber', 'text', 'Nomor akta kelahiran', 'Number of the birth certificate', {
    max: 60,
    shownInRow: (row) => saysYes(row, 'hasBirthDeed'),
  }),
  field('bloodType', 'choice', 'Golongan darah', 'Blood type', { choices: BLOOD_TYPE }),
  field('religion', 'choice', 'Agama', 'Religion', { choices: RELIGION }),
  field('beliefBody', 'text', 'Organisasi kepercayaan', 'Body of the belief', {
    max: 80,
    shownInRow: inRow('religion', BELIEF),
  }),
  field('maritalStatus', 'choice', 'Status perkawinan', 'Marital status', { choices: MARITAL_STATUS }),
  field('marriageDeedNumber', 'text', 'Nomor akta perkawinan', 'Number of the marriage certificate', {
    max: 60,
    shownInRow: inRow('maritalStatus', MARRIED_RECORDED),
  }),
  field('marriageDate', 'date', 'Tanggal perkawinan', 'Date of the marriage', {
    shownInRow: inRow('maritalStatus', MARRIED_RECORDED),
  }),
  field('divorceDeedNumber', 'text', 'Nomor akta perceraian', 'Number of the divorce certificate', {
    max: 60,
    shownInRow: inRow('maritalStatus', DIVORCED_RECORDED),
  }),
  field('divorceDate', 'date', 'Tanggal perceraian', 'Date of the divorce', {
    shownInRow: inRow('maritalStatus', DIVORCED_RECORDED),
  }),
  field('relation', 'choice', 'Hubungan dengan kepala keluarga', 'Relation to the head', {
    choices: FAMILY_RELATION,
  }),
  field('hasDisability', 'yesNo', 'Penyandang disabilitas', 'Lives with a disability'),
  field('disability', 'choice', 'Jenis disabilitas', 'Kind of disability', {
    choices: DISABILITY.filter((one) => one.value !== '7'),
    shownInRow: (row) => saysYes(row, 'hasDisability'),
  }),
  field('education', 'choice', 'Pendidikan terakhir', 'Highest education', { choices: EDUCATION }),
  field('occupation', 'choice', 'Pekerjaan', 'Occupation', { choices: OCCUPATION }),
  field('passportNumber', 'text', 'Nomor paspor, bila ada', 'Passport number, if any', {
    ...optional,
    max: 20,
  }),
  field('passportExpiry', 'date', 'Paspor berlaku sampai', 'Passport valid until', {
    ...optional,
    mayBeFuture: true,
  }),
  field('stayPermit', 'text', 'Nomor ITAS atau ITAP', 'Number of the stay permit', {
    ...optional,
    max: 40,
    shownInRow: (row) => !['', WNI].includes(textIn(row, 'citizenship')),
  }),
  field('motherName', 'name', 'Nama ibu', 'Name of the mother'),
  field('motherNik', 'nik', 'NIK ibu, bila ada', 'NIK of the mother, if any', optional),
  field('fatherName', 'name', 'Nama ayah', 'Name of the father', optional),
  field('fatherNik', 'nik', 'NIK ayah, bila ada', 'NIK of the father, if any', optional),
]

/** F-1.01 for the people of `members` who have no NIK: one line each. */
export function biodataQuestion(members: string): Question {
  return question(
    'biodata',
    'Siapa yang belum punya NIK?',
    'Who has no NIK yet?',
    [
      field('biodata', 'rows', 'Biodata F-1.01', 'Biodata F-1.01', {
        columns: COLUMNS,
        minRows: 1,
        maxRows: 20,
      }),
    ],
    {
      hint: words(
        'Isi satu baris untuk tiap orang tanpa NIK.',
        'Fill in one line for each person without a NIK.',
      ),
      shownWhen: someWithoutNik(members),
    },
  )
}

/** F-1.01, as soon as someone has no NIK. */
export function biodataPaper(members: string): PaperRule {
  return paper(
    'F101',
    'Formulir F-1.01 (biodata)',
    'Form F-1.01 (biodata)',
    words('karena ada yang belum punya NIK', 'because someone has no NIK yet'),
    {
      neededWhen: someWithoutNik(members),
      law: 'Perpres 96/2018 art. 4',
    },
  )
}

/** The one letter of RT and RW that the law still knows: for someone who is recorded for the first time. */
export function firstRecordPaper(members: string): PaperRule {
  return paper(
    'RT_LETTER',
    'Surat pengantar RT dan RW',
    'Letter of RT and RW',
    words('karena ada yang dicatat untuk pertama kali', 'because someone is recorded for the first time'),
    {
      neededWhen: someWithoutNik(members),
      law: 'Perpres 96/2018 art. 4',
    },
  )
}

/** Each person without a NIK has a line of biodata. */
export function checkBiodata({ answers }: Situation, members: string): readonly Finding[] {
  const without = rowsIn(answers, members).filter(
    (row) => textIn(row, 'name') !== '' && textIn(row, 'nik') === '',
  ).length
  const lines = rowsIn(answers, 'biodata').length
  return without === 0 || lines === 0 || lines === without
    ? []
    : [
        fault(
          'biodata',
          'BIODATA_COUNT',
          `${without} orang belum punya NIK. Biodata baru ${lines}.`,
          `${without} people have no NIK. There are ${lines} biodata.`,
        ),
      ]
}
