import type { Text } from '#domain/shared/text.ts'

/** The parts of a zod issue that words are made of. The input itself is never repeated: it may hold a NIK. */
type Issue = {
  readonly code?: string | undefined
  readonly path?: readonly PropertyKey[] | undefined
  readonly minimum?: number | bigint | undefined
  readonly maximum?: number | bigint | undefined
  readonly origin?: string | undefined
  readonly keys?: readonly string[] | undefined
}

export type InputFinding = { readonly path: string; readonly words: Text }

/** What is wrong with an input, place by place, in both languages; at most ten. */
export function findingsOf(issues: readonly Issue[]): readonly InputFinding[] {
  return issues
    .slice(0, 10)
    .map((issue) => ({ path: (issue.path ?? []).map(String).join('.'), words: wordsOf(issue) }))
}

function wordsOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return { id: 'Isian ini kosong atau salah bentuk.', en: 'This value is missing or of the wrong form.' }
    case 'too_small':
      return issue.origin === 'string'
        ? { id: `Paling sedikit ${issue.minimum} huruf.`, en: `At least ${issue.minimum} characters.` }
        : { id: `Paling sedikit ${issue.minimum}.`, en: `At least ${issue.minimum}.` }
    case 'too_big':
      return issue.origin === 'string'
        ? { id: `Paling banyak ${issue.maximum} huruf.`, en: `At most ${issue.maximum} characters.` }
        : { id: `Paling banyak ${issue.maximum}.`, en: `At most ${issue.maximum}.` }
    case 'invalid_format':
      return { id: 'Bentuk isian ini salah.', en: 'This value has the wrong format.' }
    case 'invalid_value':
    case 'invalid_union':
      return { id: 'Pilihan ini tidak dikenal.', en: 'This choice is not known.' }
    case 'unrecognized_keys':
      return { id: 'Ada isian yang tidak dikenal.', en: 'There is a value that is not known here.' }
    default:
      return { id: 'Isian ini tidak berlaku.', en: 'This value is not valid.' }
  }
}
