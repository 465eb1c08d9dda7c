/** Officers who have worked on this device: an id and a name, so that the PIN page can say whose turn it is. */
export type KnownPerson = { readonly id: string; readonly name: string }

const KEY = 'satu-hp:orang'
const MOST = 6

/** The last one first. */
export function knownPeople(): readonly KnownPerson[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter(isPerson) : []
  } catch {
    return []
  }
}

function isPerson(one: unknown): one is KnownPerson {
  return (
    typeof one === 'object' &&
    one !== null &&
    'id' in one &&
    'name' in one &&
    typeof one.id === 'string' &&
    typeof one.name === 'string'
  )
}

export function rememberPerson({ id, name }: KnownPerson): void {
  try {
    const others = knownPeople().filter((one) => one.id !== id)
    localStorage.setItem(KEY, JSON.stringify([{ id, name }, ...others].slice(0, MOST)))
  } catch {
    // No room for a name: the next start asks the server who this is.
  }
}
