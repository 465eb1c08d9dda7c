import { choice, field, paper, question, words } from '../define.ts'
import { whenChosen } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { localAddressFields } from '../parts/address.ts'
import { biodataPaper, biodataQuestion, checkBiodata } from '../parts/biodata.ts'
import { checkHead, checkMembers, memberRows } from '../parts/family-members.ts'
import { kkKind } from './kk-form.ts'

/** A5: Indonesian citizens who come back from abroad to stay. */
export const KK_NEW_RETURN: KindDefinition = kkKind({
  id: 'KK_NEW_RETURN',
  label: words('WNI kembali dari luar negeri', 'Citizen back from abroad'),
  form: 'F-1.02 A5',
  when: words(
    'WNI pulang dari luar negeri dan menetap di sini.',
    'An Indonesian citizen comes home from abroad to stay.',
  ),
  questions: [
    question('abroad', 'Kembali dari negara mana?', 'From which country?', [
      field('country', 'text', 'Negara', 'Country', { max: 60, min: 3 }),
      field('arrivalDate', 'date', 'Tanggal tiba', 'Date of arrival'),
      field('returnProof', 'choice', 'Surat yang dibawa', 'The letter brought', {
        choices: [
          choice('SKPLN', 'SKPLN', 'SKPLN'),
          choice('MISSION', 'Surat Perwakilan RI', 'Letter of an Indonesian mission'),
        ],
      }),
      field('returnProofNumber', 'text', 'Nomor surat', 'Number of the letter', { max: 60 }),
    ]),
    question('passport', 'Apa dokumen perjalanannya?', 'Which travel document?', [
      field('passportNumber', 'text', 'Nomor paspor atau SPLP', 'Number of the passport or SPLP', {
        max: 20,
        min: 5,
      }),
      field('passportExpiry', 'date', 'Berlaku sampai', 'Valid until', { mayBeFuture: true }),
    ]),
    question('address', 'Sekarang tinggal di mana?', 'Where do they live now?', localAddressFields('new')),
    question('members', 'Siapa saja yang kembali?', 'Who comes back?', [
      memberRows('members', 'Yang kembali', 'People who come back', { nikRequired: false }),
    ]),
    biodataQuestion('members'),
  ],
  papers: [
    paper(
      'SKPLN',
      'SKPLN',
      'SKPLN',
      words('karena kembali dari luar negeri', 'because they come back from abroad'),
      { neededWhen: whenChosen('returnProof', 'SKPLN') },
    ),
    paper(
      'MISSION_LETTER',
      'Surat keterangan Perwakilan RI',
      'Letter of the Indonesian mission',
      words('karena tidak ada SKPLN', 'because there is no SKPLN'),
      { neededWhen: whenChosen('returnProof', 'MISSION') },
    ),
    paper(
      'TRAVEL_DOCUMENT',
      'Paspor atau SPLP',
      'Passport or SPLP',
      words('karena kembali dari luar negeri', 'because they come back from abroad'),
    ),
    biodataPaper('members'),
  ],
  check: (situation) => [
    ...checkHead(situation, 'members'),
    ...checkMembers(situation, 'members'),
    ...checkBiodata(situation, 'members'),
  ],
})
