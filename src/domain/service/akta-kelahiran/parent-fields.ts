import { CITIZENSHIP, WNI } from '../code-lists.ts'
import { field, words } from '../define.ts'
import { textIn } from '../read-answers.ts'
import type { Field } from '../service-definition.ts'

/** What F-2.01 asks of a mother or a father. A foreign citizen may have no NIK. */
export function parentFields(
  who: 'mother' | 'father',
  id: string,
  en: string,
  sex: '1' | '2',
): readonly Field[] {
  return [
    field(`${who}Name`, 'name', `Nama ${id}`, `Name of the ${en}`),
    field(`${who}Citizenship`, 'choice', 'Kewarganegaraan', 'Citizenship', { choices: CITIZENSHIP }),
    field(`${who}Nik`, 'nik', `NIK ${id}`, `NIK of the ${en}`, {
      required: ({ answers }) => textIn(answers, `${who}Citizenship`) === WNI,
      sameAs: { birthDate: `${who}BirthDate` },
      hint: words(
        `Tanggal di NIK ${id} ${sex === '2' ? 'ditambah 40' : 'sama dengan tanggal lahir'}.`,
        sex === '2' ? 'The day in her NIK is raised by 40.' : 'The day in his NIK is the day of birth.',
      ),
    }),
    field(`${who}BirthPlace`, 'text', `Tempat lahir ${id}`, `Birth place of the ${en}`, { max: 60, min: 3 }),
    field(`${who}BirthDate`, 'date', `Tanggal lahir ${id}`, `Birth date of the ${en}`),
  ]
}
