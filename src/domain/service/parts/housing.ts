import type { Situation } from '../answers.ts'
import { choice, fault, field, paper, question, words } from '../define.ts'
import { saysYes, textIn, whenChosen } from '../read-answers.ts'
import type { Finding, PaperRule, Question } from '../service-definition.ts'
import { allUnderAge } from './family-members.ts'

/** Whoever takes someone in: their house (owner agrees), or their card (head agrees). */
export const HOUSING_QUESTION: Question = question(
  'housing',
  'Tinggal di rumah siapa?',
  'Whose house do they live in?',
  [
    field('housing', 'choice', 'Rumah', 'House', {
      choices: [
        choice('OWN', 'Rumah sendiri', 'Their own house'),
        choice('RENT', 'Sewa atau kos', 'Rented or boarding'),
        choice('STAY', 'Rumah orang lain', "Someone else's house"),
        choice('JOIN', 'Menumpang di KK orang lain', "Joins someone else's card"),
      ],
    }),
    field('houseOwnerName', 'name', 'Nama pemilik rumah', 'Name of the house owner', {
      shownWhen: whenChosen('housing', 'RENT', 'STAY'),
    }),
    field(
      'joinHeadName',
      'name',
      'Nama kepala keluarga yang menampung',
      'Name of the head who takes them in',
      { shownWhen: whenChosen('housing', 'JOIN') },
    ),
    field('joinNoKk', 'noKk', 'No. KK yang ditumpangi', 'No. KK that they join', {
      shownWhen: whenChosen('housing', 'JOIN'),
    }),
  ],
)

/** The owner of the house agrees. */
export const OWNER_CONSENT: PaperRule = paper(
  'OWNER_CONSENT',
  'Surat pernyataan tidak keberatan pemilik rumah',
  "House owner's consent",
  words('karena tinggal di rumah orang lain', "because they live in someone else's house"),
  {
    neededWhen: whenChosen('housing', 'RENT', 'STAY'),
    law: 'Surat Dirjen Dukcapil 470/13287/Dukcapil',
  },
)

/** The head of the joined card agrees. */
export function hostStatement(neededWhen?: PaperRule['neededWhen']): PaperRule {
  return paper(
    'HOST_STATEMENT',
    'Surat pernyataan bersedia menampung',
    'Statement of taking them in',
    words('karena menumpang di KK orang lain', "because they join someone else's card"),
    {
      law: 'Surat Dirjen Dukcapil 470/13287/Dukcapil',
      ...(neededWhen ? { neededWhen } : {}),
    },
  )
}

/** Asked, because a list of names does not tell whether a parent moves too; certain when only children are on it. */
export const CHILD_ALONE_QUESTION: Question = question(
  'childAlone',
  'Ada anak tanpa orang tua?',
  'Is there a child without parents?',
  [
    field(
      'childAlone',
      'yesNo',
      'Ada anak di bawah 17 tahun tanpa orang tua',
      'A child under 17 comes without parents',
    ),
  ],
)

/** Does a child come without parents, by the answer or by the list? */
export function childComesAlone(members: string): (situation: Situation) => boolean {
  return (situation) => saysYes(situation.answers, 'childAlone') || allUnderAge(members)(situation)
}

/** The parents hand over the care of the child. */
export function childCarePaper(members: string): PaperRule {
  return paper(
    'CHILD_CARE_LETTER',
    'Surat kuasa pengasuhan anak',
    'Letter of care for a child',
    words('karena anak di bawah 17 tahun tanpa orang tua', 'because a child under 17 comes without parents'),
    {
      neededWhen: childComesAlone(members),
      otherwise: words(
        'Orang tua menulis dan menandatangani surat ini sendiri.',
        'The parents write and sign this letter themselves.',
      ),
      law: 'Surat Dirjen Dukcapil 470/13287/Dukcapil',
    },
  )
}

/** Someone who joins a card is not its head. */
export function checkJoin({ answers }: Situation): readonly Finding[] {
  const joins = textIn(answers, 'joinNoKk')
  return joins !== '' && joins === textIn(answers, 'noKk')
    ? [
        fault(
          'joinNoKk',
          'JOIN_SAME_KK',
          'No. KK tujuan sama dengan KK lama.',
          'The card to join is the old one.',
        ),
      ]
    : []
}
