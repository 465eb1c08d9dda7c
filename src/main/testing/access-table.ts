import { randomUUID } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import { ROLES } from '#domain/access/role.ts'
import { packId } from '#domain/case/pack-id.ts'
import { HOUSE_CHOICES } from '#domain/notice/choices.ts'
import { FIRST_POLICY } from '#domain/sla/first-policy.ts'
import { NORMAL_WEEK } from '#domain/sla/working-week.ts'
import type { Target } from './access-world.ts'
import { A_DAY } from './access-world.ts'

/**
 * `one`: a thing is named in the input; a foreign one must be answered exactly like a missing one.
 * `list`: things come out; a foreign one must not be among them. `self`: about nobody but the caller.
 */
type Entry = {
  readonly kind: 'one' | 'list' | 'self'
  /** Who passes the door. Everyone else is refused before anything is looked at. */
  readonly roles: readonly Role[]
  /** Of those, whom their own thing answers; default: all of `roles`. */
  readonly reaches?: readonly Role[]
  readonly input?: (target: Target, role: Actor['role']) => unknown
  /** What gives a thing away when it stands in an answer. */
  readonly names?: (target: Target, role: Actor['role']) => string
  /** Also open to a session that is held. */
  readonly held?: true
}

const STAFF: readonly Role[] = ['OPERATOR', 'VERIFIER', 'SUPERVISOR', 'HEAD']
const FILERS: readonly Role[] = ['CITIZEN', 'NEGERI_OFFICER']
/** Who may bring a sealed file, and sees days of jemput bola: any staff. */
const CARRIERS: readonly Role[] = ['NEGERI_OFFICER', ...STAFF]
/** Who sees cases at all: leadership sees figures, administrators accounts. */
const SEES_CASES: readonly Role[] = [...FILERS, ...STAFF]
/** Who has a list, and keeps views of it. */
const KEEPS_VIEWS: readonly Role[] = SEES_CASES
const ADMIN: readonly Role[] = ['ADMIN']
/** Who reads the calendar and the standards, and declares an outage. */
const KEEPS_TIME: readonly Role[] = ['ADMIN', 'SUPERVISOR', 'HEAD']
const hoursOf = (office: string) => ({
  office,
  from: '2027-01-01',
  to: null,
  name: 'Jam kerja',
  week: NORMAL_WEEK,
})
const A_POLICY = {
  validFrom: '2020-01-01',
  source: 'SK Kepala Dinas',
  standards: FIRST_POLICY.standards,
}
const LOCAL_DAY = { office: '*', on: '2026-08-20', kind: 'LOCAL', name: 'Hari jadi', source: 'SK Bupati' }
let nextDay = 0
/** A day that nobody has entered yet. */
const dayNear = () =>
  `2028-${String(1 + Math.floor(nextDay / 28)).padStart(2, '0')}-${String(1 + (nextDay++ % 28)).padStart(2, '0')}`
const AN_OUTAGE = {
  kind: 'SIAK',
  from: 1_780_966_800_000 - 3_600_000,
  to: null,
  reason: 'SIAK tidak menjawab',
}
const NIK = '8101015203900008'

const person = (target: Target) => ({ personId: target.personId, seenVersion: 1 })
const byPerson = (target: Target) => target.personId
const self = (input?: unknown): Entry => ({ kind: 'self', roles: ROLES, held: true, input: () => input })

/** The list that somebody of this role could see, were it theirs. */
function viewFor({ views }: Target, role: Actor['role']): string {
  if (role === 'CITIZEN') return views.applicant
  return role === 'NEGERI_OFFICER' ? views.negeri : views.dinas
}

/** Every procedure there is. One that is not here fails the build: decide who may ask it, and write it down. */
export const ACCESS: { readonly [path: string]: Entry } = {
  'account.me': self(),
  'account.sessions': {
    kind: 'list',
    roles: ROLES,
    reaches: [],
    held: true,
    names: (target) => target.sessionId,
  },
  'account.endSession': {
    kind: 'one',
    roles: ROLES,
    reaches: [],
    held: true,
    input: ({ sessionId }) => ({ sessionId }),
  },
  'account.changePassword': self({ current: 'salah', next: 'salah juga' }),
  'account.beginSecondFactor': self({ password: 'salah' }),
  'account.finishSecondFactor': self({ ticket: 'bukan', code: '000000' }),
  'account.removeSecondFactor': self({ password: 'salah' }),
  'account.setLocale': self({ locale: 'id' }),

  'admin.users': {
    kind: 'list',
    roles: ADMIN,
    input: ({ username }) => ({ text: username }),
    names: byPerson,
  },
  'admin.user': { kind: 'one', roles: ADMIN, input: ({ personId }) => ({ personId }) },
  'admin.createUser': {
    kind: 'one',
    roles: ADMIN,
    input: ({ negeri }) => ({
      username: `baru.${randomUUID().slice(0, 8)}`,
      name: 'Orang Baru',
      role: 'NEGERI_OFFICER',
      areas: [negeri],
      services: [],
    }),
  },
  'admin.changeUser': {
    kind: 'one',
    roles: ADMIN,
    input: (target) => ({ ...person(target), name: 'Nama Lain' }),
  },
  'admin.disableUser': { kind: 'one', roles: ADMIN, input: person },
  'admin.enableUser': { kind: 'one', roles: ADMIN, input: person },
  'admin.resetPassword': { kind: 'one', roles: ADMIN, input: person },
  'admin.resetSecondFactor': { kind: 'one', roles: ADMIN, input: person },
  'admin.sessions': {
    kind: 'list',
    roles: ADMIN,
    input: ({ personId }) => ({ personId }),
    names: (target) => target.sessionId,
  },
  'admin.endSession': { kind: 'one', roles: ADMIN, input: ({ sessionId }) => ({ sessionId }) },
  'admin.devices': { kind: 'list', roles: ADMIN, names: ({ deviceKeyId }) => deviceKeyId },
  'admin.revokeDevice': {
    kind: 'one',
    roles: ADMIN,
    input: ({ deviceKeyId }) => ({ deviceId: deviceKeyId }),
  },
  'admin.audit': {
    kind: 'list',
    roles: ADMIN,
    input: ({ username }) => ({ action: 'test.act', subject: username }),
    names: byPerson,
  },

  'case.run': {
    kind: 'one',
    roles: ROLES,
    reaches: SEES_CASES,
    input: ({ caseId }) => ({
      commandId: randomUUID(),
      caseId,
      seenVersion: 1,
      command: { type: 'writeNote', noteId: randomUUID(), text: 'Catatan', visibility: 'internal' },
    }),
  },
  'case.compare': {
    kind: 'one',
    roles: CARRIERS,
    input: ({ besideId, twinId }) => ({ caseId: besideId, other: twinId }),
  },
  'case.open': { kind: 'one', roles: ROLES, reaches: SEES_CASES, input: ({ caseId }) => ({ caseId }) },
  'case.reveal': {
    kind: 'one',
    roles: ROLES,
    reaches: SEES_CASES,
    input: ({ caseId }) => ({ caseId, field: 'motherNik', reason: 'Mencocokkan dengan SIAK' }),
  },
  'note.sittings': {
    kind: 'one',
    roles: ['NEGERI_OFFICER', ...STAFF],
    input: ({ caseId }) => ({ caseId, side: 'staff' }),
  },
  'note.version': {
    kind: 'one',
    roles: ['NEGERI_OFFICER', ...STAFF],
    input: ({ caseId }) => ({ caseId, side: 'staff', number: 1 }),
  },
  'case.colleagues': { kind: 'one', roles: CARRIERS, input: ({ caseId }) => ({ caseId }) },
  'case.runMany': {
    kind: 'one',
    roles: CARRIERS,
    input: ({ caseId }) => [{ commandId: randomUUID(), caseId, seenVersion: 1, command: { type: 'claim' } }],
  },

  'boat.registerDevice': {
    kind: 'self',
    roles: ['NEGERI_OFFICER'],
    input: () => ({ publicKey: 'A'.repeat(120) }),
  },
  'boat.devices': { kind: 'self', roles: ['NEGERI_OFFICER'] },
  'boat.revokeDevice': {
    kind: 'one',
    roles: ['NEGERI_OFFICER'],
    reaches: [],
    input: ({ deviceKeyId }) => ({ deviceKeyId }),
  },
  'boat.brought': { kind: 'list', roles: CARRIERS, reaches: [], names: ({ consignmentId }) => consignmentId },
  'boat.consignment': {
    kind: 'one',
    roles: CARRIERS,
    reaches: [],
    input: ({ consignmentId }) => ({ id: consignmentId }),
  },
  'boat.receipt': {
    kind: 'one',
    roles: CARRIERS,
    reaches: [],
    input: ({ consignmentId }) => ({ id: consignmentId }),
  },
  'boat.held': { kind: 'list', roles: ['SUPERVISOR'], names: ({ consignmentId }) => consignmentId },
  'boat.decide': {
    kind: 'one',
    roles: ['SUPERVISOR'],
    input: ({ consignmentId }) => ({ id: consignmentId, accept: false, reason: 'Tidak dikenal' }),
  },

  'visit.list': { kind: 'list', roles: CARRIERS, names: ({ visitId }) => visitId },
  'visit.open': { kind: 'one', roles: CARRIERS, input: ({ visitId }) => ({ id: visitId }) },
  'visit.keep': {
    kind: 'one',
    roles: ['NEGERI_OFFICER'],
    input: ({ negeri }) => ({ visit: { ...A_DAY, id: '00000000-0000-4000-8000-000000000001', negeri } }),
  },

  'intake.drafts': { kind: 'list', roles: FILERS, names: ({ draftId }) => draftId },
  'intake.open': { kind: 'one', roles: FILERS, input: ({ draftId }) => ({ caseId: draftId }) },
  'intake.likely': {
    kind: 'one',
    roles: FILERS,
    reaches: ['NEGERI_OFFICER'],
    input: ({ draftId }) => ({ caseId: draftId }),
  },
  'intake.keptWork': { kind: 'list', roles: ['SUPERVISOR'], reaches: [], names: ({ caseId }) => caseId },
  'intake.settleKept': {
    kind: 'one',
    roles: ['SUPERVISOR'],
    reaches: [],
    input: ({ caseId }) => ({ commandId: caseId }),
  },
  'intake.vaultSecret': { kind: 'self', roles: ROLES },
  'intake.reuse': {
    kind: 'one',
    roles: FILERS,
    reaches: [],
    input: ({ caseId, draftId }) => ({ fileId: caseId, caseId: draftId, newFileId: randomUUID() }),
  },
  'intake.receipt': { kind: 'one', roles: ROLES, reaches: SEES_CASES, input: ({ caseId }) => ({ caseId }) },

  'setting.list': { kind: 'self', roles: ADMIN },
  'setting.set': {
    kind: 'self',
    roles: ADMIN,
    input: () => ({ key: 'leaseMinutes', value: 20, from: null }),
  },
  'setting.withdraw': { kind: 'self', roles: ADMIN, input: () => ({ key: 'leaseMinutes', validFrom: 1 }) },

  'time.rules': { kind: 'self', roles: ROLES, input: () => ({ known: -1 }) },
  'time.replay': {
    kind: 'self',
    roles: ['SUPERVISOR', 'HEAD', 'LEADERSHIP'],
    input: () => ({ month: '2026-06' }),
  },
  'time.days': { kind: 'self', roles: KEEPS_TIME, input: () => ({ year: 2026 }) },
  'time.changes': { kind: 'self', roles: KEEPS_TIME },
  'time.previewDay': { kind: 'self', roles: ADMIN, input: () => LOCAL_DAY },
  'time.addDay': {
    kind: 'one',
    roles: ADMIN,
    input: ({ negeri }) => ({ ...LOCAL_DAY, on: dayNear(), office: negeri }),
  },
  'time.decideDay': { kind: 'self', roles: ADMIN, input: () => ({ id: randomUUID(), confirm: true }) },
  'time.proposeDays': { kind: 'self', roles: ADMIN, input: () => ({ year: 2029 }) },
  'time.confirmYear': { kind: 'self', roles: ADMIN, input: () => ({ year: 2031 }) },
  'time.previewHours': { kind: 'self', roles: ADMIN, input: ({ negeri }) => hoursOf(negeri) },
  'time.setHours': { kind: 'one', roles: ADMIN, input: ({ negeri }) => hoursOf(negeri) },
  'time.previewPolicy': { kind: 'self', roles: ADMIN, input: () => A_POLICY },
  'time.setPolicy': {
    kind: 'self',
    roles: ADMIN,
    input: () => A_POLICY,
  },
  'time.alarms': { kind: 'self', roles: KEEPS_TIME },
  'time.outages': { kind: 'self', roles: KEEPS_TIME },
  'time.previewOutage': {
    kind: 'self',
    roles: KEEPS_TIME,
    input: ({ negeri }) => ({ ...AN_OUTAGE, reach: negeri }),
  },
  'time.declareOutage': {
    kind: 'one',
    roles: KEEPS_TIME,
    input: ({ negeri }) => ({ ...AN_OUTAGE, reach: negeri }),
  },
  'time.changeOutage': {
    kind: 'self',
    roles: KEEPS_TIME,
    input: ({ negeri }) => ({
      ...AN_OUTAGE,
      reach: negeri,
      id: randomUUID(),
      seenVersion: 1,
      withdrawn: false,
    }),
  },

  'notice.centre': { kind: 'self', roles: ROLES, input: () => ({}) },
  'notice.unread': { kind: 'self', roles: ROLES },
  'notice.mark': {
    kind: 'self',
    roles: ROLES,
    input: ({ caseId }) => ({ cases: [caseId], until: 1, read: true }),
  },
  'notice.choices': { kind: 'self', roles: ROLES },
  'notice.keepChoices': { kind: 'self', roles: ROLES, input: () => HOUSE_CHOICES },
  'notice.askForMail': { kind: 'self', roles: ROLES, input: () => ({ address: 'a@example.test' }) },
  'notice.confirmMail': { kind: 'self', roles: ROLES, input: () => ({ code: '000000' }) },
  'notice.dropMail': { kind: 'self', roles: ROLES },
  'notice.keepBrowser': {
    kind: 'self',
    roles: ROLES,
    input: () => ({
      endpoint: 'https://push.example.test/x',
      keys: { p256dh: 'p'.repeat(87), auth: 'a'.repeat(22) },
    }),
  },
  'notice.dropBrowser': {
    kind: 'self',
    roles: ROLES,
    input: () => ({ endpoint: 'https://push.example.test/x' }),
  },
  'notice.following': {
    kind: 'one',
    roles: CARRIERS,
    input: ({ caseId }) => ({ caseId }),
  },
  'notice.follow': { kind: 'one', roles: CARRIERS, input: ({ caseId }) => ({ caseId, on: true }) },
  'notice.callable': { kind: 'one', roles: CARRIERS, input: ({ caseId }) => ({ caseId }) },

  'board.around': { kind: 'self', roles: ['SUPERVISOR', 'HEAD'] },
  'queue.mine': { kind: 'self', roles: ROLES },
  'queue.visitCases': {
    kind: 'list',
    roles: CARRIERS,
    reaches: [],
    names: ({ caseId }) => caseId,
  },
  'queue.views': { kind: 'list', roles: KEEPS_VIEWS, names: viewFor },
  'queue.saveView': {
    kind: 'self',
    roles: KEEPS_VIEWS,
    input: () => ({
      id: randomUUID(),
      name: 'Milik saya',
      address: '/antrean/kk',
      shared: false,
      pinned: false,
    }),
  },
  'queue.pinView': {
    kind: 'one',
    roles: KEEPS_VIEWS,
    input: (target, role) => ({ id: viewFor(target, role), pinned: true }),
  },
  'queue.dropView': {
    kind: 'one',
    roles: KEEPS_VIEWS,
    // What an office shares is its owner's and its supervisor's.
    reaches: ['CITIZEN', 'SUPERVISOR'],
    input: (target, role) => ({ id: viewFor(target, role) }),
  },
  'queue.setDefaultView': {
    kind: 'one',
    roles: ['SUPERVISOR'],
    input: (target, role) => ({ id: viewFor(target, role), roles: [] }),
  },
  'queue.since': {
    kind: 'list',
    roles: ROLES,
    reaches: SEES_CASES,
    input: ({ queue }) => ({ queue, seq: 0 }),
    names: ({ caseId }) => packId(caseId),
  },
  'queue.searchClosed': {
    kind: 'list',
    roles: ROLES,
    reaches: SEES_CASES,
    input: ({ queue }) => ({ queues: [queue] }),
    names: ({ endedId }) => packId(endedId),
  },
  'queue.findByIdentity': {
    kind: 'list',
    roles: ROLES,
    reaches: SEES_CASES,
    input: () => ({ digits: NIK }),
    names: ({ caseId }) => packId(caseId),
  },

  'reference.regions': { kind: 'self', roles: ROLES },
  'reference.regencies': { kind: 'self', roles: ROLES },
}
