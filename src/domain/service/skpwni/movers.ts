import type { Situation } from '../answers.ts'
import { HEAD_OF_FAMILY, MOVE_KIND, MOVE_REASON, MOVERS, OTHER_MOVE_REASON, STAYERS } from '../code-lists.ts'
import { choice, fault, field, paper, question, words } from '../define.ts'
import { countIn, rowsIn, saysYes, textIn, whenChosen, whenYes } from '../read-answers.ts'
import type { Finding, FollowUp, PaperRule, Question } from '../service-definition.ts'
import { postalCodeField, rtRwFields } from '../parts/address.ts'
import { allUnderAge, checkMembers, memberRows } from '../parts/family-members.ts'

/** F-1.03 jenis kepindahan: the head moves with `1`, `2` and `3`; everyone with `2`. */
const HEAD_ONLY = '1'
const WHOLE_FAMILY = '2'
const HEAD_AND_SOME = '3'
const MEMBERS_ONLY = '4'

/** The head leaves and others stay: they need a new head, or another card. */
const headLeavesOthers = whenChosen('moveKind', HEAD_ONLY, HEAD_AND_SOME)

/** Children who move while no adult of the family goes with them. */
const childrenAlone = allUnderAge('members')

/** Why, who, and what becomes of both halves of the family: the same for every move. */
export const MOVER_QUESTIONS: readonly Question[] = [
  question('moveReason', 'Mengapa pindah?', 'Why do they move?', [
    field('reason', 'choice', 'Alasan', 'Reason', { choices: MOVE_REASON }),
    field('reasonText', 'text', 'Alasan lainnya', 'Other reason', {
      shownWhen: whenChosen('reason', OTHER_MOVE_REASON),
      min: 5,
    }),
  ]),
  question('moveFamily', 'Dari KK mana?', 'From which family card?', [
    field('noKk', 'noKk', 'No. KK sekarang', 'Present No. KK'),
    field('familyCount', 'integer', 'Jumlah anggota di KK', 'Number of people on the card', {
      min: 1,
      max: 30,
      boundTo: ['members', 'moveKind'],
    }),
  ]),
  question('originAddress', 'Di mana alamat sekarang?', 'What is the present address?', [
    field('originAddress', 'text', 'Alamat di KK', 'Address on the card', { min: 3 }),
    ...rtRwFields('origin'),
    postalCodeField('origin'),
  ]),
  question('moveKind', 'Siapa yang pindah?', 'Who moves?', [
    field('moveKind', 'choice', 'Jenis kepindahan', 'Kind of move', {
      choices: MOVE_KIND,
      boundTo: ['members', 'familyCount'],
    }),
  ]),
  question(
    'members',
    'Tulis semua yang pindah',
    'List everyone who moves',
    [
      memberRows('members', 'Anggota yang pindah', 'People who move', {
        nikRequired: true,
        boundTo: ['moveKind', 'familyCount'],
      }),
    ],
    { hint: words('Hubungan ditulis menurut KK sekarang.', 'The relation is the one of the present card.') },
  ),
  question('moverCard', 'KK di tempat tujuan?', 'Which card at the destination?', [
    field('movers', 'choice', 'Yang pindah akan', 'Those who move will', { choices: MOVERS }),
  ]),
  question(
    'stayers',
    'Bagaimana yang tinggal?',
    'What of those who stay?',
    [
      field('stayers', 'choice', 'Yang tinggal akan', 'Those who stay will', { choices: STAYERS }),
      field(
        'stayersAllUnderAge',
        'yesNo',
        'Yang tinggal semuanya di bawah 17 tahun',
        'All who stay are under 17',
      ),
      field('guardianSolution', 'choice', 'Siapa yang mengasuh?', 'Who takes care of them?', {
        shownWhen: whenYes('stayersAllUnderAge'),
        choices: [
          choice(
            'ADULT_HEAD',
            'Keluarga dewasa menjadi kepala keluarga',
            'An adult relative becomes the head',
          ),
          choice('RELATIVE_KK', 'Dimasukkan ke KK kerabat', 'They join the card of a relative'),
        ],
      }),
      field('guardianName', 'name', 'Nama wali atau kerabat', 'Name of the guardian or relative', {
        shownWhen: whenYes('stayersAllUnderAge'),
      }),
      field('guardianNik', 'nik', 'NIK wali atau kerabat', 'NIK of the guardian or relative', {
        shownWhen: whenYes('stayersAllUnderAge'),
      }),
    ],
    { shownWhen: headLeavesOthers },
  ),
]

/** The letters that a move may need beside the KK. */
export const MOVER_PAPERS: readonly PaperRule[] = [
  paper(
    'F103',
    'Formulir F-1.03, sudah ditandatangani',
    'Form F-1.03, signed',
    words('untuk setiap kepindahan', 'for every move'),
    { law: 'Permendagri 109/2019' },
  ),
  paper(
    'KK',
    'Kartu Keluarga',
    'Family card',
    words('karena yang pindah tercatat di KK ini', 'because those who move stand on this card'),
    { law: 'Perpres 96/2018 art. 25(3)' },
  ),
  paper(
    'CHILD_CARE_LETTER',
    'Surat kuasa pengasuhan anak',
    'Letter of care for a child',
    words(
      'karena anak di bawah 17 tahun pindah tanpa orang tua',
      'because a child under 17 moves without parents',
    ),
    {
      neededWhen: childrenAlone,
      otherwise: words(
        'Orang tua menulis dan menandatangani surat ini sendiri.',
        'The parents write and sign this letter themselves.',
      ),
    },
  ),
  paper(
    'GUARDIAN_STATEMENT',
    'Surat pernyataan bersedia menjadi wali',
    'Statement of a guardian',
    words('karena yang tinggal masuk ke KK kerabat', 'because those who stay join the card of a relative'),
    {
      neededWhen: (situation) =>
        headLeavesOthers(situation) &&
        saysYes(situation.answers, 'stayersAllUnderAge') &&
        textIn(situation.answers, 'guardianSolution') === 'RELATIVE_KK',
    },
  ),
]

/** The list of movers against the kind of move, the size of the family and the people in it. */
export function checkMovers(situation: Situation): readonly Finding[] {
  const { answers } = situation
  const rows = rowsIn(answers, 'members')
  const moveKind = textIn(answers, 'moveKind')
  const size = countIn(answers, 'familyCount')
  const heads = rows.filter((row) => textIn(row, 'relation') === HEAD_OF_FAMILY).length
  const found: Finding[] = [...checkMembers(situation, 'members')]
  const say = (id: string, en: string) => found.push(fault('members', 'MEMBERS_INVALID', id, en))
  if (rows.length === 0 || moveKind === '') return found
  if (heads > 1) say('Kepala keluarga hanya boleh satu.', 'There may be one head of family only.')
  if (moveKind === MEMBERS_ONLY) {
    if (heads > 0)
      say(
        'Kepala keluarga tidak ikut. Keluarkan dari daftar.',
        'The head does not move. Take them off the list.',
      )
  } else if (heads === 0) {
    say('Kepala keluarga ikut pindah. Masukkan ke daftar.', 'The head moves. Put them on the list.')
  }
  if (moveKind === HEAD_ONLY && rows.length > 1)
    say(
      'Hanya kepala keluarga yang pindah. Daftarnya harus satu orang.',
      'Only the head moves. The list must be one person.',
    )
  if (size === undefined) return found
  if (rows.length > size)
    say(
      `Di KK hanya ada ${size} orang. Daftar berisi ${rows.length}.`,
      `The card has ${size} people only. The list has ${rows.length}.`,
    )
  else if (moveKind === WHOLE_FAMILY && rows.length < size) {
    say(
      `Semua anggota pindah: ${size} orang. Daftar baru ${rows.length}.`,
      `Everyone moves: ${size} people. The list has only ${rows.length}.`,
    )
  } else if (moveKind !== WHOLE_FAMILY && rows.length === size) {
    found.push(
      fault(
        'moveKind',
        'MEMBERS_INVALID',
        'Semua orang di KK pindah. Pilih seluruh anggota.',
        'Everyone on the card moves. Choose all members.',
      ),
    )
  }
  return found
}

/** When the head leaves and others stay, their card needs a new head: a case of its own. */
export function moverFollowUps(situation: Situation): readonly FollowUp[] {
  return headLeavesOthers(situation)
    ? [
        {
          service: 'KK',
          kind: 'KK_NEW_HEAD',
          because: words(
            'Keluarga yang tinggal perlu kepala keluarga baru.',
            'The family that stays needs a new head.',
          ),
        },
      ]
    : []
}
