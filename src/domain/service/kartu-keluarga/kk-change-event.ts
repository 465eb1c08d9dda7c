import type { Text } from '#domain/shared/text.ts'
import { choice, field, paper, question, words } from '../define.ts'
import { saysYes, whenChosen } from '../read-answers.ts'
import type { Situation } from '../answers.ts'
import type { KindDefinition, PaperRule } from '../service-definition.ts'
import { HEAD_NAME, kkKind, noKkQuestion, OLD_KK } from './kk-form.ts'

/** Each event, its word, and the paper that proves it. */
const EVENTS: readonly { readonly id: string; readonly label: Text; readonly proof: Text }[] = [
  {
    id: 'BIRTH',
    label: words('Kelahiran', 'Birth'),
    proof: words('Kutipan akta kelahiran', 'Birth certificate'),
  },
  {
    id: 'DEATH',
    label: words('Kematian', 'Death'),
    proof: words('Kutipan akta kematian', 'Death certificate'),
  },
  {
    id: 'MARRIAGE',
    label: words('Perkawinan', 'Marriage'),
    proof: words('Buku nikah atau kutipan akta perkawinan', 'Marriage book or certificate'),
  },
  {
    id: 'DIVORCE',
    label: words('Perceraian', 'Divorce'),
    proof: words('Kutipan akta perceraian', 'Divorce certificate'),
  },
  {
    id: 'ADOPTION',
    label: words('Pengangkatan anak', 'Adoption'),
    proof: words('Penetapan pengadilan tentang pengangkatan anak', 'Court order of adoption'),
  },
  {
    id: 'RECOGNITION',
    label: words('Pengakuan atau pengesahan anak', 'Recognition or legitimation of a child'),
    proof: words('Kutipan akta pengakuan atau pengesahan anak', 'Certificate of recognition or legitimation'),
  },
  {
    id: 'OTHER',
    label: words('Peristiwa penting lainnya', 'Another vital event'),
    proof: words('Bukti peristiwa penting', 'Proof of the event'),
  },
]

/** The deed is being asked for in a case of its own at the same time: until it is there, the birth letter proves. */
const deedPending = (situation: Situation): boolean =>
  whenChosen('event', 'BIRTH')(situation) && saysYes(situation.answers, 'birthDeedPending')

const PROOFS: readonly PaperRule[] = EVENTS.map((event) =>
  paper(
    `${event.id}_PROOF`,
    event.proof.id,
    event.proof.en,
    words(
      `karena peristiwanya: ${event.label.id.toLowerCase()}`,
      `because of the event: ${event.label.en.toLowerCase()}`,
    ),
    {
      neededWhen: (situation) => whenChosen('event', event.id)(situation) && !deedPending(situation),
    },
  ),
)

/** B2: a vital event changes the card. Its number stays. */
export const KK_CHANGE_EVENT: KindDefinition = kkKind({
  id: 'KK_CHANGE_EVENT',
  label: words('KK berubah karena peristiwa penting', 'Card changed by a vital event'),
  form: 'F-1.02 B2',
  when: words(
    'Ada yang lahir, meninggal, kawin, cerai, atau diangkat anak.',
    'Someone was born, died, married, divorced or was adopted.',
  ),
  law: ['UU 23/2006 art. 61(3)'],
  questions: [
    noKkQuestion('KK mana yang berubah?', 'Which card changes?', [HEAD_NAME]),
    question('event', 'Peristiwa apa?', 'Which event?', [
      field('event', 'choice', 'Peristiwa', 'Event', {
        choices: EVENTS.map((one) => choice(one.id, one.label.id, one.label.en)),
      }),
      field('eventText', 'text', 'Peristiwa lainnya', 'The other event', {
        shownWhen: whenChosen('event', 'OTHER'),
        min: 5,
      }),
      field(
        'birthDeedPending',
        'yesNo',
        'Akta kelahiran diajukan bersamaan',
        'The birth certificate is applied for at the same time',
        { required: false, shownWhen: whenChosen('event', 'BIRTH') },
      ),
      field('eventDate', 'date', 'Tanggal peristiwa', 'Date of the event'),
      field('eventDeedNumber', 'text', 'Nomor akta atau surat', 'Number of the certificate or letter', {
        max: 60,
        shownWhen: (situation) => !deedPending(situation),
      }),
    ]),
    question('eventPerson', 'Siapa yang mengalami?', 'Whose event is it?', [
      field('eventName', 'name', 'Nama', 'Name'),
      field('eventNik', 'nik', 'NIK, bila sudah ada', 'NIK, if there is one', { required: false }),
    ]),
  ],
  papers: [
    OLD_KK,
    ...PROOFS,
    paper(
      'BIRTH_LETTER',
      'Surat keterangan kelahiran, atau F-2.03',
      'Birth letter, or F-2.03',
      words('karena aktanya diajukan bersamaan', 'because the certificate is applied for at the same time'),
      { neededWhen: deedPending, law: 'Perpres 96/2018 art. 33' },
    ),
  ],
})
