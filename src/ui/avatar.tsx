import { Pencil } from 'lucide-react'

/** Two letters for a person: first and last word of the name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
  const first = words[0] ?? '?'
  const last = words.length > 1 ? words[words.length - 1] : undefined
  return (first.charAt(0) + (last ? last.charAt(0) : first.charAt(1))).toUpperCase()
}

/** One of six colours, always the same for one person. It names a person, never a state. */
export function colourOf(personId: string): number {
  let sum = 0
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % 60_000
  return (sum % 6) + 1
}

type AvatarProps = {
  readonly id: string
  readonly name: string
  /** What the title says after the name: a role, or what they are doing. */
  readonly about?: string | undefined
  /** Ringed: looks. Filled: holds. */
  readonly looking?: boolean
  readonly editing?: boolean
  readonly large?: boolean
}

export function Avatar({ id, name, about, looking, editing, large }: AvatarProps) {
  const classes = ['av', `c${colourOf(id)}`, looking ? 'see' : '', large ? 'l' : '']
  const words = about ? `${name}, ${about}` : name
  return (
    <span className={classes.filter(Boolean).join(' ')} title={words} role="img" aria-label={words}>
      {initialsOf(name)}
      {editing ? (
        <span className="pen">
          <Pencil className="ic" aria-hidden />
        </span>
      ) : null}
    </span>
  )
}
