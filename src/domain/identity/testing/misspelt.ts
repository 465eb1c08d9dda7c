import type { Random } from '#domain/service/samples/sample-person.ts'
import { pick } from '#domain/service/samples/sample-person.ts'

/** How another hand writes the same name: one habit each. Those that change nothing in a name leave it. */
const HANDS: readonly ((name: string, random: Random) => string)[] = [
  (name) => name.replaceAll('U', 'OE'),
  (name) => name.replaceAll('J', 'DJ'),
  (name) => name.replaceAll('Y', 'J'),
  (name) => name.replace(/\bYO/, 'JO'),
  (name) => name.replace(/I\b/, 'Y'),
  (name) => name.replaceAll('SS', 'S').replaceAll('TT', 'T'),
  (name) => name.replace(/([LNRST])(?=[AEIOU])/, '$1$1'),
  (name) => name.replaceAll('H', ''),
  (name) => name.replace(/A\b/, 'AH'),
  (name) => name.replaceAll('K', 'C'),
  (name) => name.replace(/\bABDUL\b/, 'ABD.').replace(/\bSITI\b/, 'ST.'),
  (name) => name.split(' ').reverse().join(' '),
  (name) => `${name}, S.E.`,
  (name) => name.toLowerCase(),
  (name, random) => slip(name, random),
  (name, random) => swap(name, random),
  (name) => short(name),
]

/** The same name by one other hand, sometimes by two. */
export function misspelt(random: Random, name: string): string {
  const once = pick(random, HANDS)(name, random)
  return random() < 0.3 ? pick(random, HANDS)(once, random) : once
}

/** One letter of a longer word left out. */
function slip(name: string, random: Random): string {
  const at = longSpot(name, random)
  return at === undefined ? name : name.slice(0, at) + name.slice(at + 1)
}

/** Two letters of a longer word that changed places. */
function swap(name: string, random: Random): string {
  const at = longSpot(name, random)
  return at === undefined
    ? name
    : name.slice(0, at) +
        name
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        name.slice(at + 2)
}

function longSpot(name: string, random: Random): number | undefined {
  const found = [...name.matchAll(/[A-Za-z]{5,}/g)]
  if (found.length === 0) return undefined
  const word = pick(random, found)
  return word.index + 1 + Math.floor(random() * (word[0].length - 3))
}

/** The second of three names by its first letter. */
function short(name: string): string {
  const words = name.split(' ')
  return words.length < 3 ? name : [words[0], `${words[1]?.[0] ?? ''}.`, ...words.slice(2)].join(' ')
}
