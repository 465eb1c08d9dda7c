import { expect, test } from 'vitest'
import { DAY_MS } from '#domain/shared/instant.ts'
import { addOfficeMinutes, officeMinutesBetween } from './office-hours.ts'
import { demoPeople } from './people.ts'
import { ownRegions } from './regions.ts'
import { SCANS } from './sample-papers.ts'
import { tellAll } from './story-plan.ts'

const scans = new Map(
  SCANS.map((scan, n) => [scan, { sha256: n.toString(16).repeat(64), mime: 'image/jpeg', bytes: 1 }]),
)
const negeri = ownRegions().flatMap((region) => (region.code.length === 13 ? [region.code] : []))
const plan = (now: number, count: number) => ({ count, now, people: demoPeople(), negeri, scans })

test.each([
  ['a Tuesday morning', Date.UTC(2026, 10, 24, 1)],
  ['a Sunday night', Date.UTC(2027, 2, 21, 14)],
  ['a leap day at noon', Date.UTC(2028, 1, 29, 3, 10)],
])('on %s every made-up life is one that the rules allow, and none reaches into the future', (_day, now) => {
  const told = [...tellAll(plan(now, 175))]
  const commands = told.flatMap(({ story }) => story.commands)
  expect(commands.length).toBeGreaterThan(1000)
  expect(commands.every(({ at }) => Number.isInteger(at) && at < now && at > now - 92 * DAY_MS)).toBe(true)
})

test('the same day tells the same lives, ids and all', () => {
  const tell = () => [...tellAll(plan(Date.UTC(2026, 10, 24, 1), 60))].map(({ story }) => story.commands)
  expect(tell()).toEqual(tell())
})

test('some cases are the family of the officer, and another one sends them on', () => {
  const told = [...tellAll(plan(Date.UTC(2026, 10, 24, 1), 160))].map(({ story }) => story)
  const own = told.filter(({ commands }) =>
    commands.some(
      ({ envelope: { command } }) => command.type === 'setFlags' && command.flags.conflictOfInterest,
    ),
  )
  expect(own.length).toBeGreaterThan(0)
  for (const { commands } of own) {
    const by = (type: string) => commands.find(({ envelope }) => envelope.command.type === type)?.actor.id
    if (by('forward') !== undefined) expect(by('forward')).not.toBe(by('submit'))
  }
})

test('office minutes run from Monday to Friday, with breaks', () => {
  const friday = Date.UTC(2026, 10, 27, 7, 0) // 16.00 WIT, open until 16.30
  const monday = Date.UTC(2026, 10, 29, 22, 30) // 07.30 WIT
  expect(addOfficeMinutes(friday, 30)).toBe(monday)
  expect(addOfficeMinutes(friday, 29)).toBe(friday + 29 * 60_000)
  expect(addOfficeMinutes(friday + DAY_MS, 0)).toBe(monday)
  expect(officeMinutesBetween(friday, monday + 3_600_000)).toBe(90)
})
