import * as fc from 'fast-check'
import { addDays, localDateInWit } from '#domain/shared/local-date.ts'
import type { CaseFile } from '../case-file.ts'
import type { CaseCommand, CommandType } from '../command.ts'
import { COMMAND_TYPES } from '../command.ts'
import type { Stage } from '../stage.ts'
import { STEPS } from '../transition.ts'
import type { StoryKind } from './fit-answers.ts'
import { BANDA, SAPARUA, WHO } from './case-scenario.ts'

const FAULTS = [
  [{ code: 'DOC_UNREADABLE', instruction: 'Foto ulang di tempat terang', ruleId: 'KTP_MOTHER' }],
  [{ code: 'DATA_CONFLICT', instruction: 'Nama ibu berbeda di KK', field: 'motherName' }],
  [{ code: 'DEST_ADDRESS', instruction: 'Bukan alasan layanan ini' }],
  [{ code: 'OTHER', instruction: 'Terlalu pendek' }],
] as const

export const UUID_POOL = Array.from(
  { length: 40 },
  (_, index) => `0190a2b4-0000-4000-9000-${String(index).padStart(12, '0')}`,
)

/** What a random act needs to know of the case to be more than noise: some of its ids, not its rules. */
export type Hints = Pick<CaseFile, 'checklist' | 'papers' | 'proposals'> & {
  readonly pins?: CaseFile['pins']
}

/** A draw of small whole numbers; the same draw makes the same act. */
export type Draw = (below: number) => number

/** An act of the given type with plausible content, some of it wrong on purpose. */
export function randomCommand(
  type: CommandType,
  draw: Draw,
  hints: Hints,
  kind: StoryKind,
  now: number,
): CaseCommand {
  const pick = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item
  const yes = () => draw(8) > 0
  const day = (days: number) => addDays(localDateInWit(now), days)
  const rule = () => pick([...hints.checklist.map((item) => item.ruleId), 'KTP_MOTHER', 'NO_SUCH_PAPER'])
  const proposal = () => pick([...(hints.proposals ?? []).map((one) => one.id), UUID_POOL[0] ?? ''])
  const answers = () => (yes() ? [{ fault: 0, answer: 'Sudah diperbaiki' }] : [])
  switch (type) {
    case 'create':
      return {
        type,
        service: kind === 'KK_LOST' ? 'KK' : 'AKTA_KELAHIRAN',
        kind,
        negeri: pick([SAPARUA, SAPARUA, BANDA]),
      }
    case 'edit':
      return {
        type,
        changed: { motherName: pick(['ESTER LEWERISSA', 'ESTHER LEWERISSA', null]) },
        base: { motherName: pick(['ESTER LEWERISSA', null]) },
      }
    case 'settleConflict':
      return { type, field: 'motherName', value: 'ESTER LEWERISSA' }
    case 'setFlags':
      return {
        type,
        flags: { conflictOfInterest: draw(3) === 0, vulnerable: draw(2) === 0, urgent: draw(2) === 0 },
      }
    case 'addPaper':
      return { type, fileId: pick(UUID_POOL), ruleId: rule() }
    case 'removePaper':
      return { type, fileId: pick([...hints.papers.map((paper) => paper.fileId), UUID_POOL[0] ?? '']) }
    case 'checkItem':
      return {
        type,
        ruleId: rule(),
        result: pick(['ok', 'ok', 'ok', 'problem', 'unchecked']),
        ground: 'Buram di bagian bawah',
      }
    case 'autoForward':
      return { type, reason: 'Negeri tidak memeriksa' }
    case 'returnToApplicant':
    case 'returnToNegeri': {
      const pins = (hints.pins ?? [])
        .filter((pin) => pin.state !== 'good' && pin.state !== 'withdrawn')
        .map((pin) => pin.id)
      const [first, ...more] = pick(FAULTS)
      return { type, faults: [yes() ? { ...first, pins } : first, ...more] }
    }
    case 'resubmit':
    case 'repair':
      return { type, answers: answers() }
    case 'accept':
      return { type, nikConfirmed: yes(), duplicatesCleared: yes() }
    case 'proposeDraft':
      return { type, reference: 'SIAK-7', ...(yes() ? { note: 'Lembar data' } : {}) }
    case 'sendBack':
    case 'refuseLate':
    case 'refuseSign':
    case 'dropRejection':
    case 'resume':
      return { type, reason: 'Perlu diperiksa lagi' }
    case 'approveLate':
      return { type, decisionNumber: '474/1', decidedOn: day(yes() ? 0 : 2) }
    case 'recordSigned':
      return {
        type,
        documents: pick([['AKTA', 'KK'], ['AKTA', 'KK'], ['AKTA', 'KK'], ['KK'], ['NO_SUCH']]).map(
          (outputId) => ({
            outputId,
            documentNumber: '8101-1',
            issuedOn: day(0),
            signer: pick(['Kepala Dinas', 'Ruth Latuconsina']),
            officialLink: 'https://dukcapil.example/d/1',
          }),
        ),
      }
    case 'deliver':
      return { type, channel: 'hand', receiver: 'Yohanis', deliveredAt: now + (yes() ? 0 : 86_400_000) }
    case 'reportError':
      return { type, what: 'Nama ibu tertulis salah di akta' }
    case 'reject':
      return {
        type,
        code: pick(['NOT_ENTITLED', 'FALSE_DATA', 'DOC_MISSING', 'WRONG_OFFICE']),
        ground: 'Pemohon bukan keluarga',
        route: 'Pengaduan di loket Dinas',
      }
    case 'cancel':
      return { type, reason: 'Pemohon menarik', ...(yes() ? { statement: 'Surat pemohon' } : {}) }
    case 'hold':
      return { type, reason: 'SIAK tidak menjawab', expectedOn: day(yes() ? 1 : -2) }
    case 'reassign':
      return {
        type,
        reason: 'Antrean terlalu panjang',
        ...(yes() ? { toPersonId: pick(Object.values(WHO)).id } : {}),
      }
    case 'handOver':
      return { type, toPersonId: pick(Object.values(WHO)).id, note: 'Tinggal cek buku nikah' }
    case 'proposeWork': {
      const work = draw(2) === 0 ? 'checkItem' : 'edit'
      const { type: _, ...rest } = randomCommand(work, draw, hints, kind, now)
      return { type, proposalId: pick(UUID_POOL), work: { type: work, ...rest } }
    }
    case 'takeWork':
      return { type, proposalId: proposal() }
    case 'declineWork':
      return { type, proposalId: proposal(), reason: 'Sudah saya kerjakan' }
    case 'remind':
      return { type, day: 1 + draw(30) }
    case 'escalate':
      return { type, level: 1 + draw(7) }
    case 'writeNote':
      return {
        type,
        noteId: pick(UUID_POOL),
        text: 'Telepon bidan dulu',
        visibility: pick(['internal', 'shared']),
      }
    case 'pinPaper':
      return {
        type,
        pinId: pick(UUID_POOL),
        fileId: pick([...hints.papers.map((paper) => paper.fileId), UUID_POOL[0] ?? '']),
        page: 1,
        box: { x: draw(10) / 20, y: draw(10) / 20, w: draw(10) / 20, h: draw(10) / 20 },
        ...(yes() ? { code: pick(['DOC_UNREADABLE', 'FORM_UNSIGNED', 'DEST_ADDRESS']) } : {}),
        ...(yes() ? { text: 'Bagian bawah buram' } : {}),
      }
    case 'replyPin':
      return {
        type,
        pinId: pick([...(hints.pins ?? []).map((pin) => pin.id), ...UUID_POOL.slice(0, 2)]),
        replyId: pick(UUID_POOL),
        text: 'Sudah saya telepon',
      }
    case 'settlePin':
      return {
        type,
        pinId: pick([...(hints.pins ?? []).map((pin) => pin.id), ...UUID_POOL.slice(0, 2)]),
        as: pick(['good', 'good', 'notYet', 'withdrawn', 'open']),
      }
    case 'linkTwin':
    case 'takeTwin':
      return { type, other: pick(UUID_POOL) }
    case 'dismissTwin':
    case 'undoTwin':
      return { type, other: pick(UUID_POOL), reason: 'Dua anak yang berbeda' }
    case 'mergeTwin':
      return { type, other: pick(UUID_POOL), words: 'Digabung dengan yang sudah berjalan.' }
    case 'askTwin':
      return { type }
    case 'submit':
    case 'discard':
    case 'claim':
    case 'extendClaim':
    case 'release':
    case 'forward':
    case 'passOn':
    case 'expire':
    case 'approve':
    case 'confirm':
    case 'confirmRejection':
      return { type }
  }
}

/** One step of a random story: who, what, how much later, and the numbers that its content is drawn from. */
export type RandomStep = {
  /** Take an act and a role that the table gives in the present stage instead of `type` and `actor`. */
  readonly aimed: boolean
  readonly actor: keyof typeof WHO
  readonly type: CommandType
  readonly minutes: number
  readonly numbers: readonly number[]
}

const NAMES = Object.keys(WHO) as (keyof typeof WHO)[]

export const randomStep: fc.Arbitrary<RandomStep> = fc.record({
  aimed: fc.boolean(),
  actor: fc.constantFrom(...NAMES),
  type: fc.constantFrom(...COMMAND_TYPES),
  minutes: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 50_000 }) },
  ),
  numbers: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
})

/** Who does what: as drawn, or aimed at something that the table gives in this stage. */
export function aim(step: RandomStep, stage: Stage | 'none'): Pick<RandomStep, 'actor' | 'type'> {
  const [first = 0, second = 0] = step.numbers
  const given = STEPS.filter((one) => one.in.includes(stage))
  const chosen = step.aimed ? given[first % given.length] : undefined
  const fitting = NAMES.filter((name) => chosen?.by.includes(WHO[name].role))
  const actor = fitting[second % fitting.length]
  return chosen === undefined || actor === undefined ? step : { actor, type: chosen.command }
}

/** Draws from the step's own numbers, over and over. */
export function drawOf(step: RandomStep): Draw {
  let next = 0
  return (below) => (step.numbers[next++ % step.numbers.length] ?? 0) % below
}
