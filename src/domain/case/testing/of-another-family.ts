import type { Answers } from '#domain/service/answers.ts'

/** The same answers of another child of another mother, so that two cases of one test are no likely doubles. */
export function ofAnotherFamily(answers: Answers, index: number): Answers {
  const own = String(index)
    .split('')
    .map((digit) => SYLLABLES[Number(digit)])
    .join('')
  const serial = String(1000 + (index % 9000))
  return {
    ...answers,
    childName: `${own.toUpperCase()} ${own.split('').toReversed().join('').toUpperCase()}`,
    motherName: `IBU ${own.toUpperCase()}`,
    motherNik: `810101520390${serial}`,
    noKk: `810101010510${serial}`,
  }
}

const SYLLABLES = ['ka', 'li', 'mo', 'ne', 'pu', 'ra', 'si', 'to', 'we', 'ba']
