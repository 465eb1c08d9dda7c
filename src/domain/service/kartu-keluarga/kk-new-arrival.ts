import { regencyOf } from '#domain/shared/region-tree.ts'
import { fault, field, paper, question, words } from '../define.ts'
import { textIn, whenChosen } from '../read-answers.ts'
import type { KindDefinition } from '../service-definition.ts'
import { localAddressFields } from '../parts/address.ts'
import { checkHead, checkMembers, memberRows } from '../parts/family-members.ts'
import {
  CHILD_ALONE_QUESTION,
  childCarePaper,
  HOUSING_QUESTION,
  hostStatement,
  OWNER_CONSENT,
} from '../parts/housing.ts'
import { kkKind } from './kk-form.ts'

const joins = whenChosen('housing', 'JOIN')

/** A4: arrival from another kabupaten with its SKPWNI. */
export const KK_NEW_ARRIVAL: KindDefinition = kkKind({
  id: 'KK_NEW_ARRIVAL',
  label: words('Pindah datang dari kabupaten lain', 'Arrival from another regency'),
  form: 'F-1.02 A4',
  when: words(
    'Pindah ke kabupaten ini dengan SKPWNI dari daerah asal.',
    'Moving to this regency with an SKPWNI of the place of origin.',
  ),
  law: ['UU 23/2006 art. 15', 'Perpres 96/2018 art. 25'],
  questions: [
    question('origin', 'Datang dari mana?', 'Where do they come from?', [
      field('originRegency', 'regency', 'Kabupaten atau kota asal', 'Regency or city of origin'),
      field('skpwniNumber', 'text', 'Nomor SKPWNI', 'Number of the SKPWNI', { max: 60 }),
      field('skpwniDate', 'date', 'Tanggal SKPWNI', 'Date of the SKPWNI'),
    ]),
    question('address', 'Sekarang tinggal di mana?', 'Where do they live now?', localAddressFields('new')),
    HOUSING_QUESTION,
    question(
      'members',
      'Siapa saja yang datang?',
      'Who comes?',
      [memberRows('members', 'Yang datang', 'People who come', { nikRequired: true })],
      {
        hint: words('Hubungan ditulis menurut KK di sini.', 'The relation is the one of the card here.'),
      },
    ),
    CHILD_ALONE_QUESTION,
  ],
  papers: [
    paper(
      'SKPWNI',
      'SKPWNI dari daerah asal',
      'SKPWNI of the place of origin',
      words('karena pindah dari kabupaten lain', 'because they come from another regency'),
      {
        otherwise: words(
          'Belum punya? Minta di Disdukcapil asal, juga gratis.',
          'Do you not have it? Ask the office of origin, free as well.',
        ),
        law: 'Perpres 96/2018 art. 25',
      },
    ),
    OWNER_CONSENT,
    hostStatement(joins),
    childCarePaper('members'),
  ],
  check: (situation, where) => [
    ...(textIn(situation.answers, 'originRegency') === regencyOf(where.negeri)
      ? [
          fault(
            'originRegency',
            'ORIGIN_IS_HERE',
            'Asalnya kabupaten ini. Pilih "Pindah di dalam kabupaten".',
            'The origin is this regency. Choose "Move within the regency".',
          ),
        ]
      : []),
    ...(joins(situation) ? [] : checkHead(situation, 'members')),
    ...checkMembers(situation, 'members'),
  ],
})
