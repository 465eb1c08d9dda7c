import type { PackedObjects } from './pdf-objects.ts'

/**
 * Does the document do something by itself when it is opened, other than showing one of its own pages? A place to begin
 * at is written by many programs and harmless; an address to go to, a form to send or a program to start is not.
 * What it points at is looked up, in the file and in its object streams; what cannot be found is taken for the worst.
 */
export function opensByItself(text: string, packed: readonly PackedObjects[]): boolean {
  return [text, ...packed.map((one) => one.content)].some((body) =>
    [...body.matchAll(/\/OpenAction(?![A-Za-z])\s*/g)].some(
      (match) => !isHarmless(body.slice(match.index + match[0].length), text, packed),
    ),
  )
}

function isHarmless(value: string, text: string, packed: readonly PackedObjects[]): boolean {
  const reference = /^(\d+)\s+(\d+)\s+R(?![A-Za-z])/.exec(value)
  if (!reference) return isPlace(value)
  const number = Number(reference[1])
  const inFile = [...text.matchAll(new RegExp(String.raw`(?<![0-9])${number}\s+\d+\s+obj\s*`, 'g'))].map(
    (match) => text.slice(match.index + match[0].length),
  )
  // An updated file has several of one number: which one counts is the reader's to say, so all must be harmless.
  const found = [...inFile, ...packed.flatMap(({ at }) => at.get(number) ?? [])]
  return found.length > 0 && found.every(isPlace)
}

/** Nothing, a destination, or a jump within the document with nothing after it. */
function isPlace(value: string): boolean {
  const start = value.trimStart()
  if (start.startsWith('[') || /^null(?![A-Za-z])/.test(start)) return true
  if (!start.startsWith('<<')) return false
  const dictionary = start.slice(0, endOfDictionary(start))
  return /\/S\s*\/GoTo(?![A-Za-z0-9])/.test(dictionary) && !/\/(Next|URI|F)(?![A-Za-z])/.test(dictionary)
}

function endOfDictionary(text: string): number {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/<<|>>/g)) {
    depth += sign === '<<' ? 1 : -1
    if (depth === 0) return index
  }
  return text.length
}
