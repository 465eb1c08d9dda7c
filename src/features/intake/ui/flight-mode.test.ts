import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#domain/case/case-file.ts'
import { decide } from '#domain/case/decide.ts'
import { evolve } from '#domain/case/evolve.ts'
import { DEFAULT_CASE_SETTINGS } from '#domain/case/facts.ts'
import { stamp } from '#domain/case/stamp.ts'
import { MORNING, SAPARUA, WHO } from '#domain/case/testing/case-scenario.ts'
import { personOf } from '#domain/case/visible.ts'
import { SERVICE_DEFINITIONS } from '#domain/service/catalogue.ts'
import { neededPapers } from '#domain/service/check-form.ts'
import { sampleAnswers, sampleVariants } from '#domain/service/sample-answers.ts'
import { seededRandom } from '#domain/service/samples/seeded-random.ts'
import { localDateInWit } from '#domain/shared/calendar.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import { SERVICES } from '#domain/shared/service-id.ts'
import type { OutboxItem } from '#client/device/device-entry.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { deviceStore } from '#client/device/device-store.ts'
import { dataKey, newRawKey } from '#client/device/vault-crypto.ts'
import { vaultWith } from '#client/device/vault-seal.ts'
import { commandOf } from '#client/outbox/command-of.ts'
import { planOf } from '#client/outbox/lanes.ts'
import { LiveOutbox } from '#client/outbox/live-outbox.ts'
import { beginDraft } from './begin-draft.ts'
import { Draft } from './draft.ts'
import { provisionalSlip } from './provisional-slip.ts'

const REPORT_ON = localDateInWit(MORNING)
const place = { negeri: 'Saparua', kecamatan: 'Saparua' }

type Aboard = { readonly store: DeviceStore; readonly live: LiveOutbox }

async function aPhone(): Promise<Aboard> {
  const store = deviceStore(vaultWith(randomUUID(), await dataKey(newRawKey())))
  return { store, live: new LiveOutbox(store) }
}

async function openForm({ store, live }: Aboard, caseId: string): Promise<Draft> {
  const entry = await store.get('draft', caseId)
  if (entry === undefined) throw new Error('the form is not on the device')
  return new Draft(entry, store, live, () => 'Yohanis Tuapeti')
}

/** Begun, typed with the tab killed in the middle of it, photographed and handed in: nothing is asked of anybody. */
async function fileAtSea(
  aboard: Aboard,
  service: ServiceId,
  kindId: string,
  bundle?: string,
): Promise<string> {
  const { store, live } = aboard
  const [variant = ''] = sampleVariants(kindId)
  const answers = sampleAnswers(kindId, variant, {
    random: seededRandom(3),
    reportOn: REPORT_ON,
    negeri: SAPARUA,
  })
  const chosen = { service, kind: kindId, negeri: SAPARUA, place, ...(bundle ? { bundle } : {}) }
  const caseId = await beginDraft(store, chosen, MORNING, live.outbox)
  const fields = Object.entries(answers)
  const half = Math.ceil(fields.length / 2)
  const killed = await openForm(aboard, caseId)
  for (const [field, value] of fields.slice(0, half)) killed.set(field, value)
  await expect.poll(() => killed.snapshot().kept).toBe('device')

  const draft = await openForm(aboard, caseId)
  expect(Object.keys(draft.snapshot().answers)).toHaveLength(half)
  for (const [field, value] of fields.slice(half)) draft.set(field, value)
  const kind = SERVICE_DEFINITIONS[service].kinds.find((one) => one.id === kindId)
  for (const rule of kind ? neededPapers(kind, { answers, reportOn: REPORT_ON }) : []) {
    const [paperId, bytes] = [randomUUID(), 3]
    const paper = { paperId, ruleId: rule.id, bytes, sha256: 'a'.repeat(64) }
    const keep = { kind: 'paper', id: paperId, caseId, mime: 'image/jpeg', takenAt: 0, ...paper } as const
    await live.outbox.put(
      [{ caseId, about: draft.about(), paper }],
      [{ keep, bytes: new Uint8Array([1, 2, 3]) }],
    )
  }
  expect(await draft.run({ type: 'submit', deviceAt: MORNING })).toEqual({ result: 'waits-here' })
  await draft.close()
  return caseId
}

/** As the Dinas does what waited, in the order in which the sender brings it. */
function doneByTheRules(items: readonly OutboxItem[]): CaseFile | undefined {
  let file: CaseFile | undefined
  for (let left = items; left.length > 0;) {
    const { texts, papers } = planOf(left, MORNING)
    const next = [...texts, ...papers][0]
    if (next === undefined) throw new Error('nothing can go, and something waits')
    const fileFact =
      next.what === 'paper'
        ? { file: { fileId: next.paperId, sha256: next.sha256, mime: 'image/jpeg', bytes: next.bytes } }
        : {}
    const facts = {
      now: MORNING,
      number: '26-00001',
      knownNegeri: () => true,
      settings: DEFAULT_CASE_SETTINGS,
      ...fileFact,
    }
    const answer = decide(file, commandOf(next), WHO.hanafi, facts)
    if (!answer.ok) throw new Error(`${commandOf(next).type}: ${JSON.stringify(answer.refusal)}`)
    const events = stamp(next.caseId, file?.version ?? 0, answer.events, personOf(WHO.hanafi), MORNING)
    file = events.reduce<CaseFile | undefined>(evolve, file)
    left = left.filter((item) => item.id !== next.id)
  }
  return file
}

const KINDS = SERVICES.flatMap((service) =>
  SERVICE_DEFINITIONS[service].kinds.map((kind) => ({ service, kind: kind.id })),
)

describe('in flight mode', () => {
  test.each(KINDS)('$service $kind: what waits is what the rules take', async ({ service, kind }) => {
    const aboard = await aPhone()
    const caseId = await fileAtSea(aboard, service, kind)
    const items = await aboard.live.outbox.items()
    const file = doneByTheRules(items)
    expect(file).toMatchObject({ id: caseId, service, kind, number: '26-00001' })
    expect(file?.papers).toHaveLength(items.filter((item) => item.what === 'paper').length)
    const slip = await provisionalSlip(aboard.store, caseId)
    expect(slip?.related).toEqual([])
    expect(slip?.papers.reduce((sum, paper) => sum + paper.count, 0)).toBe(file?.papers.length)
    expect(slip?.qr).toContain('<svg')
  })

  test('the provisional receipt names what the same family handed in, and nothing of another', async () => {
    const aboard = await aPhone()
    const birth = await fileAtSea(aboard, 'AKTA_KELAHIRAN', 'BIRTH_REGULAR')
    const card = await fileAtSea(aboard, 'KK', 'KK_CHANGE_EVENT', birth)
    await fileAtSea(aboard, 'KK', 'KK_LOST')
    const codes = async (caseId: string) =>
      (await provisionalSlip(aboard.store, caseId))?.related.map((one) => one.code)
    expect(await codes(birth)).toEqual([card.slice(0, 8).toUpperCase()])
    expect(await codes(card)).toEqual([birth.slice(0, 8).toUpperCase()])
  })
})
