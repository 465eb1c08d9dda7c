import type { Situation } from '../answers.ts'
import { paper, words } from '../define.ts'
import { ADULT_AGE, ageIn, saysYes, whenNo, whenYes } from '../read-answers.ts'
import type { PaperRule } from '../service-definition.ts'
import { PROXY_PAPER } from '../parts/applicant.ts'
import { birthEvidence, hasFather } from './birth-evidence.ts'

const isAdult = ({ answers, reportOn }: Situation): boolean =>
  (ageIn(answers, 'birthDate', reportOn) ?? 0) >= ADULT_AGE

/** A mother under 17 who never married has no KTP-el, so none is asked. */
const motherHasKtp = ({ answers, reportOn }: Situation): boolean =>
  !(
    (ageIn(answers, 'motherBirthDate', reportOn) ?? ADULT_AGE) < ADULT_AGE &&
    saysYes(answers, 'motherNeverMarried')
  )

/** The papers of a birth whose mother is known: the two SPTJM stand in for what is missing, never beside it. */
export const BIRTH_PAPERS: readonly PaperRule[] = [
  paper(
    'F201',
    'Formulir F-2.01, sudah ditandatangani',
    'Form F-2.01, signed',
    words('untuk setiap kelahiran', 'for every birth'),
    { law: 'Permendagri 109/2019' },
  ),
  paper(
    'BIRTH_LETTER',
    'Surat keterangan kelahiran',
    'Birth letter',
    words('karena kelahiran harus ada buktinya', 'because the birth must be proven'),
    {
      neededWhen: whenYes('hasBirthLetter'),
      hint: words(
        'Dari bidan, dokter, puskesmas, rumah sakit, nakhoda, atau kepala negeri.',
        'From midwife, doctor, health centre, hospital, captain or village head.',
      ),
      otherwise: words('Tidak punya? Pakai F-2.03.', 'Do you not have it? Use F-2.03.'),
      law: 'Perpres 96/2018 art. 33',
    },
  ),
  paper(
    'F203',
    'F-2.03, SPTJM kebenaran data kelahiran',
    'F-2.03, statement on the birth',
    words('karena tidak ada surat kelahiran', 'because there is no birth letter'),
    {
      neededWhen: whenNo('hasBirthLetter'),
      hint: words('Ditandatangani pemohon dan dua saksi.', 'Signed by the applicant and two witnesses.'),
      law: 'Permendagri 9/2016; Permendagri 109/2019',
    },
  ),
  paper(
    'MARRIAGE_PROOF',
    'Buku nikah atau kutipan akta perkawinan',
    'Marriage book or certificate',
    words('karena orang tua suami istri', 'because the parents are a couple'),
    {
      neededWhen: whenYes('hasMarriageProof'),
      otherwise: words('Tidak punya? Pakai F-2.04.', 'Do you not have it? Use F-2.04.'),
      law: 'Perpres 96/2018 art. 33',
    },
  ),
  paper(
    'F204',
    'F-2.04, SPTJM sebagai pasangan suami istri',
    'F-2.04, statement of being a couple',
    words(
      'karena tidak ada buku nikah, tetapi KK menulis suami istri',
      'because there is no marriage book, but the KK shows a couple',
    ),
    {
      neededWhen: (situation) => birthEvidence(situation) === 'COUPLE_STATEMENT',
      hint: words('Ditandatangani pemohon dan dua saksi.', 'Signed by the applicant and two witnesses.'),
      law: 'Permendagri 9/2016; Permendagri 109/2019',
    },
  ),
  paper(
    'KK',
    'Kartu Keluarga orang tua',
    "The parents' family card",
    words('karena anak dicatat di KK ini', 'because the child is recorded on this card'),
    { law: 'Perpres 96/2018 art. 33' },
  ),
  paper(
    'KTP_MOTHER',
    'KTP-el ibu',
    'KTP-el of the mother',
    words('karena ibu ditulis di akta', 'because the deed names the mother'),
    {
      neededWhen: motherHasKtp,
      law: 'Perpres 96/2018 art. 33',
    },
  ),
  paper(
    'KTP_FATHER',
    'KTP-el ayah',
    'KTP-el of the father',
    words('karena ayah ditulis di akta', 'because the deed names the father'),
    {
      neededWhen: hasFather,
      law: 'Perpres 96/2018 art. 33',
    },
  ),
  paper(
    'OWN_DOCUMENT',
    'KTP-el, ijazah, atau surat lain dengan data lahir',
    'KTP-el, diploma or another paper with the birth data',
    words('karena akta ini untuk orang dewasa', 'because the certificate is for an adult'),
    {
      neededWhen: isAdult,
      law: 'Surat Dirjen Dukcapil 470/13287/Dukcapil',
    },
  ),
  PROXY_PAPER,
]
