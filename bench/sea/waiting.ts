import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CommandEnvelope } from '#domain/case/command.ts'
import { fitAnswers } from '#domain/case/testing/fit-answers.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import type { Batch } from '#client/outbox/post-batch.ts'
import { packBatch, postBatch } from '#client/outbox/post-batch.ts'
import { sessionOf } from '#server/auth/session.ts'
import type { Figure } from '../report.ts'
import { median } from '../report.ts'
import type { Island } from './island.ts'
import { NEGERI } from './island.ts'

const APPLICATIONS = 100
const CUTS = 20
const DOWN_MS = 700

/** A hundred applications that waited, words only, sent by the outbox's own code; then once more with the line cut. */
export async function measureWaiting(island: Island): Promise<readonly Figure[]> {
  const { site, line, options } = island
  const phone = await island.phone()
  const officer = (await sessionOf(site.rig.shell, phone.cookie))?.person.id ?? ''
  await site.rig.shell.pool.query(
    "insert into setting (key, valid_from, value, entered_by) values ('maxOpenDrafts', to_timestamp(0), '100000', 'bench') on conflict do nothing",
  )
  const headers = { cookie: phone.cookie, origin: site.base }
  const carry = (url: string, init: RequestInit) =>
    fetch(site.base + url, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } })
  const [times, limits, sent, sizes]: [number[], number[], number[], number[]] = [[], [], [], []]
  let wrong = 0
  for (let round = 0; round < options.rounds; round += 1) {
    await carry('/api/health', {}).then((answer) => answer.text()) // the connection stands
    const plain = await packBatch(officer, applications())
    const begun = performance.now()
    await untilAnswered(plain)
    times.push(performance.now() - begun)
    limits.push(line.roundTripMs + (1000 * plain.bytes.length) / line.bytesPerSecond)

    const batch = await packBatch(officer, applications())
    const before = line.up.bytes
    const over = untilAnswered(batch)
    const between = (1000 * batch.bytes.length) / line.bytesPerSecond / (CUTS + 1)
    let answered = false
    void over.then(() => {
      answered = true
    })
    for (let cut = 0; cut < CUTS && !answered; cut += 1) {
      await sleep(between + line.roundTripMs * 2.5)
      line.cut()
      await sleep(DOWN_MS)
      line.mend()
    }
    await over
    sent.push(line.up.bytes - before)
    sizes.push(batch.bytes.length)
  }
  const { rows } = await site.rig.shell.pool.query<{ n: number }>(
    'select count(*)::int n from case_file where owner_id = $1',
    [officer],
  )
  wrong = Math.abs((rows[0]?.n ?? 0) - 2 * APPLICATIONS * options.rounds)
  await phone.context.close()
  return [
    {
      figure: `${APPLICATIONS} waiting applications: time`,
      value: median(times),
      unit: 'ms',
      limit: median(limits),
      target: { of: 'ratio', most: 1.3 },
    },
    {
      figure: `the same, line cut up to ${CUTS} times: bytes`,
      value: median(sent) / 1024,
      unit: 'KB',
      limit: median(sizes) / 1024,
      target: { of: 'ratio', most: 1.25 },
    },
    { figure: 'cases missing or doubled', value: wrong, unit: '', target: { of: 'value', most: 0 } },
  ]

  async function untilAnswered(batch: Batch): Promise<void> {
    for (;;) {
      const { came } = await postBatch(carry, officer, batch)
      if (came === 'results') return
      if (came !== 'nothing') throw new Error(`the batch was not taken: ${came}`)
      await sleep(200)
    }
  }
}

const FIRST = [
  'Ona',
  'Yopi',
  'Daud',
  'Mina',
  'Salma',
  'Rukia',
  'Abdul',
  'Elsina',
  'Petrus',
  'Dorkas',
  'Hasan',
  'Umar',
]
const LAST = [
  'Tuapeti',
  'Kabalmay',
  'Boiratan',
  'Siahaya',
  'Sopacua',
  'Lawalata',
  'Tuasikal',
  'Ohorella',
  'Nanlohy',
]

/** One command each, as the outbox joins what was typed without a network; every family another. */
function applications(): readonly CommandEnvelope[] {
  const today = localDateInWit(Date.now())
  const sample = fitAnswers('BIRTH_REGULAR', today)
  return Array.from({ length: APPLICATIONS }, () => {
    const answers = JSON.parse(JSON.stringify(sample), (_field, value: unknown) =>
      another(value),
    ) as typeof sample
    const command = {
      type: 'create',
      service: 'AKTA_KELAHIRAN',
      kind: 'BIRTH_REGULAR',
      negeri: NEGERI,
      answers,
    } as const
    return { commandId: randomUUID(), caseId: randomUUID(), seenVersion: 0, command }
  })
}

const one = (list: readonly string[]) => list[Math.floor(Math.random() * list.length)] ?? ''

/** Numbers and names of another family; what is chosen from a list stays. */
function another(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (/^\d{16}$/.test(value)) return value.slice(0, 12) + String(1_000 + Math.floor(Math.random() * 8_999))
  return /^[A-Z]{3,}(?: [A-Z]+)+$/.test(value) ? `${one(FIRST)} ${one(FIRST)} ${one(LAST)}` : value
}
