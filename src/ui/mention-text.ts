/** Someone or some office that may be called by name in a text. `id`: a person's, or `office:dinas`, `office:<negeri>`. */
export type Mentionable = {
  readonly id: string
  readonly name: string
  /** What is shown beside the name: a role, a place. */
  readonly about?: string | undefined
}

/** Words, and the ids of those whose `@name` stands in them. */
export type MentionValue = { readonly text: string; readonly mentions: readonly string[] }

const LONGEST_NAME = 40

/** What is being typed after an `@` up to the caret; nothing where no name is being typed. */
export function askedAt(
  text: string,
  caret: number,
): { readonly from: number; readonly asked: string } | undefined {
  const before = text.slice(Math.max(0, caret - LONGEST_NAME), caret)
  const found = /(?:^|[\s(,;])@([\p{L}\p{M}'.-]*(?: [\p{L}\p{M}'.-]*){0,3})$/u.exec(before)
  const asked = found?.[1]
  return asked === undefined ? undefined : { from: caret - asked.length - 1, asked }
}

/** Those whose name, or a word of it, begins with what was asked; the first letters of the name first. */
export function matching(asked: string, all: readonly Mentionable[], most: number): readonly Mentionable[] {
  const words = plain(asked)
  const place = ({ name }: Mentionable): number => {
    const own = plain(name)
    if (own.startsWith(words)) return 0
    return own.split(' ').some((_, at, parts) => parts.slice(at).join(' ').startsWith(words)) ? 1 : 2
  }
  return all
    .map((one) => ({ one, at: place(one) }))
    .filter(({ at }) => at < 2)
    .toSorted((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ one }) => one)
}

/** The text with the chosen name in the place of what was asked, and where the caret goes. */
export function withMention(
  { text, mentions }: MentionValue,
  caret: number,
  chosen: Mentionable,
): { readonly value: MentionValue; readonly caret: number } {
  const from = askedAt(text, caret)?.from ?? caret
  const rest = text.slice(caret)
  const inserted = `@${chosen.name}${/^\s/.test(rest) ? '' : ' '}`
  return {
    value: {
      text: text.slice(0, from) + inserted + rest,
      mentions: mentions.includes(chosen.id) ? mentions : [...mentions, chosen.id],
    },
    caret: from + inserted.length + (inserted.endsWith(' ') ? 0 : 1),
  }
}

/** Whoever's name was taken out of the text is no longer called. Names that are not known here stay as they are. */
export function stillMentioned(
  text: string,
  mentions: readonly string[],
  known: readonly Mentionable[],
): readonly string[] {
  // All that are known, not only the called: in "@Ona Tua" nobody of the name Ona is called.
  const named = new Set(partsOf(text, known).map(({ mention }) => mention?.name))
  return mentions.filter((id) => {
    const name = known.find((one) => one.id === id)?.name
    return name === undefined || named.has(name)
  })
}

export type MentionPart = { readonly words: string; readonly mention?: Mentionable }

/** The text in pieces: plain words, and names of those who are called in it. A name within a longer one gives way. */
export function partsOf(text: string, called: readonly Mentionable[]): readonly MentionPart[] {
  const byLength = called.toSorted((a, b) => b.name.length - a.name.length)
  const parts: MentionPart[] = []
  let words = ''
  let at = 0
  const end = (): void => {
    if (words !== '') parts.push({ words })
    words = ''
  }
  while (at < text.length) {
    const mention = text[at] === '@' ? byLength.find(({ name }) => text.startsWith(name, at + 1)) : undefined
    if (mention) {
      end()
      parts.push({ words: `@${mention.name}`, mention })
      at += mention.name.length + 1
    } else {
      words += text[at]
      at += 1
    }
  }
  end()
  return parts
}

function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trimStart()
}
