import { randomUUID } from 'node:crypto'
import type { CommandAnswer } from '#domain/case/command-answer.ts'
import { MOST_IN_ONE } from '#domain/case/many.ts'
import type { PlainAnswer } from '#domain/service/answers.ts'
import { loadCase, loadEvents } from '#server/case/load-case.ts'
import type { Figure } from '../report.ts'
import { median } from '../report.ts'
import { percentile } from '../rig.ts'
import type { Seat, Town } from './town.ts'

/** 200 people take one case at once: one has it, each of the others is told who. */
export async function claims(town: Town, rounds: number, people: number): Promise<readonly Figure[]> {
  const seats = await town.people('OPERATOR', people)
  const took: number[] = []
  let wrong = 0
  for (let round = 0; round < rounds; round += 1) {
    const { caseId } = await town.caseAfter('forward')
    const at = performance.now()
    const answers = await Promise.all(seats.map((seat) => town.run(seat, caseId, { type: 'claim' })))
    took.push(performance.now() - at)
    const winners = seats.filter((_, n) => answers[n]?.ok === true)
    const told = answers.filter(
      (answer) =>
        !answer.ok &&
        answer.refusal.why === 'held-by-other' &&
        answer.refusal.holder.id === winners[0]?.actor.id,
    )
    wrong += Math.abs(winners.length - 1) + (people - 1 - told.length)
  }
  return [
    {
      figure: `${people} take one case at once: not one winner, or not told who`,
      value: wrong,
      unit: '',
      target: { of: 'value', most: 0 },
    },
    {
      figure: `${people} take one case at once: all answered after`,
      value: median(took),
      unit: 'ms',
      target: { of: 'value', most: 1000 },
    },
  ]
}

/** The same act on many cases, some dozens per request, as a list does it; some are held by another. */
export async function bulk(town: Town, count: number): Promise<readonly Figure[]> {
  const [giver, taker] = await town.people('NEGERI_OFFICER', 2)
  if (!giver || !taker) throw new Error('nobody')
  const ids: string[] = []
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (ids.length < count) ids.push((await town.caseAfter('submit')).caseId)
    }),
  )
  const cases = ids.slice(0, count)
  const held = cases.filter((_, n) => n % 50 === 7)
  for (const caseId of held) await town.run(giver, caseId, { type: 'claim' })
  const results: CommandAnswer[] = []
  const at = performance.now()
  for (let from = 0; from < cases.length; from += MOST_IN_ONE) {
    const some = cases.slice(from, from + MOST_IN_ONE).map((caseId) => ({
      commandId: randomUUID(),
      caseId,
      seenVersion: 1,
      command: { type: 'claim' },
    }))
    results.push(...(await town.ask<readonly CommandAnswer[]>(taker, 'case.runMany', some)))
  }
  const took = performance.now() - at
  const wrong = cases.filter((caseId, n) => {
    const answer = results[n]
    if (held.includes(caseId)) return !(answer && !answer.ok && answer.refusal.why === 'held-by-other')
    return answer?.ok !== true || answer.caseId !== caseId
  }).length
  return [
    {
      figure: `${count} cases in one go: not done, or not told why not`,
      value: wrong,
      unit: '',
      target: { of: 'value', most: 0 },
    },
    { figure: `${count} cases in one go`, value: took, unit: 'ms', target: { of: 'value', most: 3000 } },
  ]
}

type Said = { readonly field: string; readonly value: string; readonly base: PlainAnswer | null }

/** Fifty people write in one case through two servers, as fast as they are answered, each on what they know. */
export async function edits(town: Town, people: number, each: number): Promise<readonly Figure[]> {
  const { caseId } = await town.caseAfter('create')
  const seats = await town.people('NEGERI_OFFICER', people)
  const { shell } = town.rig
  const before = await loadCase(shell, caseId)
  const words = Object.entries(before?.answers ?? {}).flatMap(([field, value]) =>
    typeof value === 'string' && !/Nik|phone|Date|Time/.test(field) ? [field] : [],
  )
  const said: Said[] = []
  const took: number[] = []
  const known = seats.map(() => ({ ...before?.answers }) as Record<string, PlainAnswer>)
  await Promise.all(
    seats.map(async (seat, n) => {
      const mine = known[n] ?? {}
      for (let turn = 0; turn < each; turn += 1) {
        const field = words[Math.floor(Math.random() * words.length)] ?? ''
        const value = `${n}-${turn} ${randomUUID().slice(0, 8)}`
        const base = mine[field] ?? null
        const at = performance.now()
        const answer = await town.run(seat, caseId, {
          type: 'edit',
          changed: { [field]: value },
          base: { [field]: base },
        })
        took.push(performance.now() - at)
        if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
        said.push({ field, value, base })
        if (turn % 4 === 3) await readAgain(town, seat, caseId, mine)
        else mine[field] = value
      }
    }),
  )
  const { missing, overwritten, history } = await audit(town, caseId, said, before?.answers ?? {})
  const total = people * each
  return [
    {
      figure: `${people} people × ${each} edits of one case, two servers: missing in its history`,
      value: missing + Math.abs(history - total),
      unit: '',
      target: { of: 'value', most: 0 },
    },
    {
      figure: `${total} edits: written over what their writer had not seen`,
      value: overwritten,
      unit: '',
      target: { of: 'value', most: 0 },
    },
    {
      figure: `${total} edits of one case: p99`,
      value: percentile(took, 0.99),
      unit: 'ms',
      target: { of: 'value', most: 500 },
    },
  ]
}

async function readAgain(
  town: Town,
  seat: Seat,
  caseId: string,
  mine: Record<string, PlainAnswer>,
): Promise<void> {
  const { view } = await town.ask<{ readonly view: { readonly file: { readonly answers: object } } }>(
    seat,
    'case.open',
    { caseId, again: true },
    'GET',
  )
  for (const [field, value] of Object.entries(view.file.answers))
    if (!String(value).includes('•')) mine[field] = value as PlainAnswer
}

/** The history, told again from its first event: each sentence that was acknowledged is in it once, and none went under. */
async function audit(
  town: Town,
  caseId: string,
  said: readonly Said[],
  begun: { readonly [field: string]: unknown },
): Promise<{ readonly missing: number; readonly overwritten: number; readonly history: number }> {
  const { shell } = town.rig
  const events = await loadEvents(shell, caseId)
  const bases = new Map<unknown, unknown>(said.map(({ value, base }) => [value, base]))
  const now = new Map<string, unknown>(Object.entries(begun))
  const found = new Map<unknown, number>()
  let [overwritten, history] = [0, 0]
  for (const event of events) {
    if (event.type === 'AnswerConflicted') {
      history += 1
      found.set(event.proposed, (found.get(event.proposed) ?? 0) + 1)
    }
    if (event.type !== 'AnswersEdited') continue
    history += 1
    for (const [field, value] of Object.entries(event.changed)) {
      found.set(value, (found.get(value) ?? 0) + 1)
      if ((now.get(field) ?? null) !== (bases.get(value) ?? null)) overwritten += 1
      now.set(field, value)
    }
  }
  const last = await loadCase(shell, caseId)
  for (const [field, value] of now) if (last?.answers[field] !== value) overwritten += 1
  return { missing: said.filter(({ value }) => found.get(value) !== 1).length, overwritten, history }
}
