import type { Situation } from '../answers.ts'
import { BIRTH_ATTENDANT, BIRTH_KIND, BIRTH_PLACE, SEX, SINGLE_BIRTH } from '../code-lists.ts'
import { field, question, words } from '../define.ts'
import { dayIn, textIn } from '../read-answers.ts'
import type { Question } from '../service-definition.ts'
import { birthTimingWords } from './birth-timing.ts'

/** The day of birth, with what the rules make of it at once. */
export const BIRTH_DAY_QUESTION: Question = question(
  'birthDay',
  'Kapan anak lahir?',
  'When was the child born?',
  [
    field('birthDate', 'date', 'Tanggal lahir', 'Date of birth'),
    field('birthTime', 'time', 'Jam lahir (WIT)', 'Time of birth (WIT)', { required: false }),
  ],
  {
    hint: words(
      'Lihat surat kelahiran dari bidan atau puskesmas.',
      'See the birth letter of the midwife or health centre.',
    ),
    insight: ({ answers, reportOn }) => {
      const born = dayIn(answers, 'birthDate')
      return born === undefined || born > reportOn ? undefined : birthTimingWords(born, reportOn)
    },
  },
)

/** Name and sex as they will stand on the deed: the rule for new names holds. */
export const CHILD_QUESTION: Question = question('child', 'Siapa nama anak?', "What is the child's name?", [
  field('childName', 'name', 'Nama lengkap anak', 'Full name of the child', {
    nameUse: 'deed',
    hint: words(
      'Paling banyak 60 huruf, tanpa gelar dan tanda baca.',
      'At most 60 letters, no title and no punctuation.',
    ),
  }),
  field('childSex', 'choice', 'Jenis kelamin', 'Sex', { choices: SEX }),
])

export const BIRTH_PLACE_QUESTION: Question = question(
  'birthPlace',
  'Di mana anak lahir?',
  'Where was the child born?',
  [
    field('placeKind', 'choice', 'Tempat dilahirkan', 'Kind of place', { choices: BIRTH_PLACE }),
    field(
      'birthPlace',
      'text',
      'Kabupaten, kota, atau negeri tempat lahir',
      'Regency, city or village of birth',
      { max: 60, min: 3 },
    ),
  ],
)

const severalBorn = ({ answers }: Situation): boolean =>
  !['', SINGLE_BIRTH].includes(textIn(answers, 'birthKind'))

export const BIRTH_DETAILS_QUESTION: Question = question(
  'birthDetails',
  'Bagaimana kelahirannya?',
  'How was the birth?',
  [
    field('birthKind', 'choice', 'Jenis kelahiran', 'Kind of birth', { choices: BIRTH_KIND }),
    field('birthOrder', 'integer', 'Anak ke berapa', 'Which child of the mother', { min: 1, max: 20 }),
    field('birthAttendant', 'choice', 'Penolong kelahiran', 'Who helped', { choices: BIRTH_ATTENDANT }),
    field('weightGram', 'integer', 'Berat', 'Weight', {
      required: false,
      min: 1,
      max: 20_000,
      unit: words('gram', 'grams'),
      usual: {
        from: 300,
        to: 7000,
        because: words('Berat biasanya 300 sampai 7.000 gram.', 'Weight is usually 300 to 7,000 grams.'),
      },
    }),
    field('lengthCm', 'integer', 'Panjang', 'Length', {
      required: false,
      min: 1,
      max: 200,
      unit: words('cm', 'cm'),
      usual: {
        from: 20,
        to: 70,
        because: words('Panjang biasanya 20 sampai 70 cm.', 'Length is usually 20 to 70 cm.'),
      },
    }),
  ],
  {
    insight: (situation) =>
      severalBorn(situation)
        ? words(
            'Anak kembar: satu permohonan untuk tiap anak.',
            'Several children: one application for each child.',
          )
        : undefined,
  },
)

/** Is this one of several children of one birth? Then each of the others needs a case of its own. */
export const isMultipleBirth = severalBorn
