import { tidy } from '#domain/shared/text.ts'
import type { Situation } from '../answers.ts'
import { fault, question, words } from '../define.ts'
import { textIn, whenChosen } from '../read-answers.ts'
import type { Finding, KindDefinition } from '../service-definition.ts'
import { localAddressFields } from '../parts/address.ts'
import { applicantName, applicantQuestions, FAMILY_RIGHT, PROXY_PAPER } from '../parts/applicant.ts'
import { checkConsent, CLOSING_QUESTIONS } from '../parts/consent.ts'
import { checkJoin, hostStatement, HOUSING_QUESTION, OWNER_CONSENT } from '../parts/housing.ts'
import { checkMovers, MOVER_PAPERS, MOVER_QUESTIONS, moverFollowUps } from './movers.ts'
import { moveClassWords } from './move-class.ts'

/** Classes 1 to 3: a move within the kabupaten needs no SKPWNI; a card with the new address is made. */
export const MOVE_WITHIN: KindDefinition = {
  id: 'MOVE_WITHIN',
  service: 'SKPWNI',
  label: words('Pindah di dalam kabupaten', 'Move within the regency'),
  form: 'F-1.03',
  when: words(
    'Pindah alamat, negeri, atau kecamatan di kabupaten ini.',
    'A move to another address, village or district of this regency.',
  ),
  law: [
    'UU 23/2006 art. 15',
    'Perpres 96/2018 art. 25',
    'Permendagri 108/2019',
    'Surat Dirjen Dukcapil 470/13287/Dukcapil',
  ],
  questions: [
    ...applicantQuestions(FAMILY_RIGHT),
    question('destination', 'Pindah ke mana?', 'Where do they move?', localAddressFields('destination'), {
      insight: ({ answers }, { negeri }) => {
        const to = textIn(answers, 'destinationNegeri')
        return to === '' ? undefined : moveClassWords(negeri, to)
      },
    }),
    HOUSING_QUESTION,
    ...MOVER_QUESTIONS,
    ...CLOSING_QUESTIONS,
  ],
  papers: [...MOVER_PAPERS, OWNER_CONSENT, hostStatement(whenChosen('housing', 'JOIN')), PROXY_PAPER],
  outputs: [
    { id: 'KK', label: words('KK dengan alamat baru', 'Family card with the new address'), selfPrint: true },
  ],
  check: (situation, where) => [
    ...checkConsent(situation),
    ...checkJoin(situation),
    ...checkMovers(situation),
    ...checkDestination(situation, where.negeri),
  ],
  followUps: moverFollowUps,
  applicantName,
}

/** Who joins another card makes none; and the new address is not the old one. */
function checkDestination({ answers }: Situation, negeri: string): readonly Finding[] {
  const same = (part: string): boolean =>
    tidy(textIn(answers, `origin${part}`)).toUpperCase() ===
    tidy(textIn(answers, `destination${part}`)).toUpperCase()
  const found: Finding[] = []
  if (textIn(answers, 'housing') === 'JOIN' && textIn(answers, 'movers') === '2') {
    found.push(
      fault(
        'movers',
        'MOVERS_JOIN',
        'Yang menumpang di KK lain tidak membuat KK baru.',
        'Who joins another card makes no new one.',
      ),
    )
  }
  if (
    textIn(answers, 'destinationNegeri') === negeri &&
    textIn(answers, 'destinationAddress') !== '' &&
    ['Address', 'Rt', 'Rw'].every(same)
  ) {
    found.push(
      fault(
        'destinationAddress',
        'DESTINATION_IS_ORIGIN',
        'Alamat tujuan sama dengan alamat sekarang.',
        'The destination is the present address.',
      ),
    )
  }
  return found
}
