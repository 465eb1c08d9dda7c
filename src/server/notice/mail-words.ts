import { addressOf } from '#domain/notice/place.ts'
import { TOPIC_LABEL, TOPICS } from '#domain/notice/topic.ts'
import type { Message, MessageLine } from './message.ts'

const MOST_LINES = 30

const WORDS = {
  id: {
    subject: (n: number) => `Satu Antrean: ${n} kabar`,
    first: 'Kabar yang belum Anda baca di Satu Antrean:',
    draft: 'draf',
    late: (n: number) => `${n} permohonan hampir atau sudah lewat waktu`,
    more: (n: number, where: string) => `dan ${n} lagi di ${where}`,
    all: 'Semua kabar',
    settings: 'Ubah cara Anda diberi tahu',
  },
  en: {
    subject: (n: number) => `Satu Antrean: ${n} ${n === 1 ? 'notice' : 'notices'}`,
    first: 'What you have not read in Satu Antrean:',
    draft: 'draft',
    late: (n: number) => `${n} cases at risk or late`,
    more: (n: number, where: string) => `and ${n} more at ${where}`,
    all: 'All notices',
    settings: 'Change how you are told',
  },
} as const

/** The letter: topics, numbers of cases and ways to them. No name of an applicant, no word of a remark. */
export function mailOf(
  { lines, locale }: Pick<Message, 'lines' | 'locale'>,
  appUrl: string,
): { readonly subject: string; readonly text: string } {
  const words = WORDS[locale]
  const all = `${appUrl}/kabar`
  const entry = (line: MessageLine): string =>
    line.caseId === null
      ? `- ${words.late(line.total ?? 0)}: ${all}`
      : `- ${line.number ?? words.draft}: ${appUrl}${addressOf(line.caseId, line.place)}`
  const shown = coalesced(lines)
  const parts = TOPICS.flatMap((topic) => {
    const some = shown.slice(0, MOST_LINES).filter((line) => line.topic === topic)
    return some.length === 0 ? [] : [[TOPIC_LABEL[topic][locale], ...some.map(entry)].join('\n')]
  })
  const rest = shown.length - MOST_LINES
  return {
    subject: words.subject(shown.length),
    text: [
      words.first,
      ...parts,
      ...(rest > 0 ? [words.more(rest, all)] : []),
      `${words.all}: ${all}\n${words.settings}: ${appUrl}/akun`,
    ].join('\n\n'),
  }
}

/** Of one case, topic and place one line, however often something happened there. */
export function coalesced(lines: readonly MessageLine[]): readonly MessageLine[] {
  const byPlace = new Map(
    lines.map((line) => [`${line.caseId ?? line.key}/${line.topic}/${line.place}`, line]),
  )
  return [...byPlace.values()]
}

/** The letter with the code that proves an address. */
export function codeMail(
  code: string,
  locale: 'id' | 'en',
): { readonly subject: string; readonly text: string } {
  return locale === 'id'
    ? {
        subject: `Kode Satu Antrean: ${code}`,
        text: `Kode untuk memastikan alamat ini: ${code}\n\nBerlaku 15 menit. Bila bukan Anda yang meminta, abaikan surat ini.`,
      }
    : {
        subject: `Satu Antrean code: ${code}`,
        text: `The code that confirms this address: ${code}\n\nIt holds for 15 minutes. If you did not ask for it, do nothing.`,
      }
}
