import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { QueueRow } from '#domain/case/queue-row.ts'
import { itemOf } from '#client/replica/queue-item.ts'
import { countView } from './count-view.ts'
import { queryFrom } from './queue-query.ts'
import { whereOf } from './queue-question.ts'

const me: Actor & { readonly role: Role } = {
  id: 'ona',
  name: 'Ona',
  role: 'OPERATOR',
  areas: ['81.01'],
  services: [],
}
const NOW = 1_780_966_800_000
const row = (n: number): QueueRow => ({
  id: String(n),
  version: 1,
  seq: n,
  service: n % 2 ? 'KK' : 'SKPWNI',
  kind: 'KK_LOST',
  negeri: n % 3 ? '81.01.12.2001' : '81.01.01.2001',
  stage: n % 5 ? 'FORWARDED' : 'VERIFICATION',
  number: `KK-26-${n}`,
  applicant: `Orang ${n}`,
  ownerId: 'x',
  submitted: true,
  holder: null,
  stageAt: NOW,
  submittedAt: NOW,
  changedAt: NOW,
  changedBy: '',
  birthLate: false,
  flags: n % 4 ? 0 : 2,
  returnCount: 0,
  escalation: 0,
  clock: null,
})
const items = Array.from({ length: 60 }, (_, n) => itemOf(row(n + 1)))
const rows = (['KK', 'SKPWNI'] as const).map((service) => ({
  queue: `81.01/${service}` as const,
  items: new Map(items.filter((item) => item.row.service === service).map((item) => [item.row.id, item])),
}))
const names = {
  place: (code: string) => (code.startsWith('81.01.01') ? 'Lonthoir' : 'Sirisori'),
  kind: (kind: string) => kind,
  visit: (id: string) => (Number(id) < 10 ? 'hari' : undefined),
}
const count = (address: string, placesKnown = true) =>
  countView(address, rows, { me, now: NOW, names, placesKnown })

test.each([
  ['tampilan=semua', 30],
  ['tampilan=semua&cari=lonthoir', 10],
  ['tampilan=semua&tanda=rentan', 0],
  ['tampilan=semua&jemput=hari', 5],
  ['tampilan=siap-diambil&tahap=VERIFICATION', 6],
])('the number beside a view is the number of its rows: %s', (question, expected) => {
  expect(count(`/antrean/kk?${question}`)).toBe(expected)
  const where = whereOf(queryFrom(new URLSearchParams(question), 'perlu-tindakan'), me, NOW, names)
  expect([...(rows[0]?.items.values() ?? [])].filter(where)).toHaveLength(expected)
})

test('all of mine is over all services; what could differ from its list is no number', () => {
  expect(count('/antrean/saya?tampilan=semua')).toBe(60)
  expect(count('/antrean/kk?tampilan=semua&cari=lonthoir', false)).toBeUndefined()
  expect(count('/antrean/kk?tampilan=selesai')).toBeUndefined()
})
