import { expect, test } from 'vitest'
import { COMMAND } from './command.ts'
import { maskCase } from './case-view.ts'
import { kindOfCase } from './form.ts'
import { faultsInWords, overrideInWords } from './paper-verdict-words.ts'
import type { PaperVerdict } from './paper-verdict.ts'
import { fold } from './evolve.ts'
import { Scenario, WHO } from './testing/case-scenario.ts'
import { describeEvent } from './timeline.ts'

const FILE = {
  fileId: '0190a2b4-0000-4000-8000-000000000777',
  sha256: 'b'.repeat(64),
  mime: 'image/jpeg',
  bytes: 9,
}
const VERDICT: PaperVerdict = {
  judge: 1,
  faults: [
    { fault: 'blurred', strength: 40 },
    { fault: 'dark', strength: 5 },
  ],
  override: { reason: 'paperItself', words: 'NIK 8101121203860003 luntur' },
}

const added = (verdict?: PaperVerdict) => {
  const story = new Scenario('KK_LOST').draft()
  const command = {
    type: 'addPaper',
    fileId: FILE.fileId,
    ruleId: 'F102',
    ...(verdict ? { verdict } : {}),
  } as const
  return story.do(WHO.hanafi, command, { file: FILE })
}

const same = (name: string) => ({ id: name, en: name })
const day = () => same('')
const WORDS = { field: same, paper: same, output: same, time: day, date: day }
const told = (story: Scenario) => {
  const event = story.events.at(-1)
  return event && describeEvent(event, WORDS).id
}

test('what the phone found, and why it was used all the same, stays with the paper', () => {
  const story = added(VERDICT)
  expect(story.case.papers.at(-1)?.verdict).toEqual(VERDICT)
  expect(fold(JSON.parse(JSON.stringify(story.events)))?.papers.at(-1)?.verdict).toEqual(VERDICT)
  expect(faultsInWords(VERDICT)?.id).toBe('buram, gelap')
  expect(overrideInWords(VERDICT)?.id).toMatch(/^Kertas aslinya memang begitu: /)
})

test('the Dinas reads the reason, and no number in it', () => {
  const story = added(VERDICT)
  const seen = maskCase(story.case, kindOfCase(story.case), WHO.yopi).papers.at(-1)?.verdict
  expect(seen?.faults).toEqual(VERDICT.faults)
  expect(seen?.override?.words).not.toContain('8101121203860003')
})

test('the history says that the photo was used although', () => {
  expect(told(added(VERDICT))).toBe('Hanafi Renwarin menambah berkas F102 (foto buram, gelap)')
  expect(told(added({ judge: 1, faults: [] }))).toBe('Hanafi Renwarin menambah berkas F102')
})

test('events from before there was a judge are read as they are', () => {
  const [paper] = added().case.papers
  expect(paper).toBeDefined()
  expect(paper && 'verdict' in paper).toBe(false)
  expect(faultsInWords(undefined)).toBeUndefined()
})

test.each([
  ['a fault that nobody knows', { ...VERDICT, faults: [{ fault: 'ugly', strength: 5 }] }],
  ['a strength that is none', { ...VERDICT, faults: [{ fault: 'dark', strength: 0 }] }],
  ['a reason outside the list', { ...VERDICT, override: { reason: 'because' } }],
  ['words without end', { ...VERDICT, override: { reason: 'other', words: 'x'.repeat(301) } }],
  ['anything else', { ...VERDICT, place: '3.5 S' }],
])('%s is not taken', (_, verdict) => {
  const command = { type: 'addPaper', fileId: FILE.fileId, ruleId: 'F102', verdict }
  expect(COMMAND.addPaper.safeParse(command).success).toBe(false)
})
