import type { AnswerRow } from '../answers.ts'

/** One line of F-1.01 for a person who has no NIK. */
function biodataRow(row: AnswerRow): AnswerRow {
  const { nik: _none, ...known } = row
  return {
    ...known,
    birthPlace: 'MALUKU TENGAH',
    citizenship: '1',
    hasBirthDeed: false,
    bloodType: '13',
    religion: '2',
    hasDisability: false,
    education: '1',
    occupation: '1',
    motherName: 'NAOMI WAELO',
    fatherName: 'ELIA WAELO',
  }
}

/** The last of these people has no NIK yet, and a line of biodata instead. */
export function withOneNikless(rows: AnswerRow[]): { members: AnswerRow[]; biodata: AnswerRow[] } {
  const last = rows.at(-1) ?? {}
  const { nik: _none, ...without } = last
  return { members: [...rows.slice(0, -1), without], biodata: [biodataRow(last)] }
}
