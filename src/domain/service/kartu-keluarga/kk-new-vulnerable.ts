import { field, paper, question, words } from '../define.ts'
import { saysNo, whenYes } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { localAddressFields } from '../parts/address.ts'
import { biodataPaper, biodataQuestion, checkBiodata, firstRecordPaper } from '../parts/biodata.ts'
import { checkHead, checkMembers, memberRows, someWithoutNik } from '../parts/family-members.ts'
import { kkKind } from './kk-form.ts'

/** A6: people at risk of having no documents: disaster, conflict, remote communities. */
export const KK_NEW_VULNERABLE: KindDefinition = kkKind({
  id: 'KK_NEW_VULNERABLE',
  label: words('KK untuk penduduk rentan', 'Card for vulnerable people'),
  form: 'F-1.02 A6',
  when: words(
    'Korban bencana, konflik, atau warga terpencil tanpa dokumen.',
    'Victims of disaster or conflict, or remote people without documents.',
  ),
  questions: [
    question('identityLetter', 'Apa surat pengganti identitasnya?', 'Which letter stands in for identity?', [
      field('identityLetterNumber', 'text', 'Nomor surat', 'Number of the letter', { max: 60 }),
      field('identityLetterDate', 'date', 'Tanggal surat', 'Date of the letter'),
    ]),
    question('address', 'Tinggal di mana?', 'Where do they live?', localAddressFields('new')),
    question('members', 'Siapa anggota keluarganya?', 'Who is in the family?', [
      memberRows('members', 'Anggota keluarga', 'Family members', { nikRequired: false }),
    ]),
    biodataQuestion('members'),
    question(
      'ownPapers',
      'Ada surat lahir atau ijazah?',
      'Is there a birth or school paper?',
      [field('hasOwnPapers', 'yesNo', 'Ada surat lahir atau ijazah', 'There is a birth or school paper')],
      { shownWhen: someWithoutNik('members') },
    ),
  ],
  papers: [
    paper(
      'IDENTITY_LETTER',
      'Surat keterangan pengganti tanda identitas',
      'Letter in place of an identity card',
      words('karena tidak ada KTP-el atau KK', 'because there is no KTP-el or KK'),
    ),
    biodataPaper('members'),
    firstRecordPaper('members'),
    paper(
      'BIRTH_OR_SCHOOL',
      'Surat lahir atau ijazah',
      'Birth or school paper',
      words('karena biodata baru dicatat', 'because biodata are recorded for the first time'),
      {
        neededWhen: (situation) => someWithoutNik('members')(situation) && whenYes('hasOwnPapers')(situation),
        otherwise: words('Tidak punya? Pakai F-1.04.', 'Do you not have it? Use F-1.04.'),
      },
    ),
    paper(
      'F104',
      'F-1.04, pernyataan tidak memiliki dokumen',
      'F-1.04, statement of having no documents',
      words('karena tidak ada surat lahir atau ijazah', 'because there is no birth or school paper'),
      {
        neededWhen: (situation) =>
          someWithoutNik('members')(situation) && saysNo(situation.answers, 'hasOwnPapers'),
        law: 'Surat Dirjen Dukcapil 470/13287/Dukcapil',
      },
    ),
  ],
  check: (situation) => [
    ...checkHead(situation, 'members'),
    ...checkMembers(situation, 'members'),
    ...checkBiodata(situation, 'members'),
  ],
})
