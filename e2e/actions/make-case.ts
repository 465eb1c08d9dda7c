import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { QueueRow } from '#domain/case/queue-row.ts'
import type { Stage } from '#domain/case/stage.ts'
import type { Answers } from '#domain/service/answers.ts'
import { ALL_KINDS } from '#domain/service/catalogue.ts'
import { dueOutputs, neededPapers } from '#domain/service/check-form.ts'
import { sampleAnswers, sampleVariants } from '#domain/service/sample-answers.ts'
import { addDays, localDateInWit } from '#domain/shared/local-date.ts'
import type { Colleague, Command } from './over-http.ts'

/** The negeri that specs file in, by the username of their officer. */
const NEGERI = {
  saparua: '81.01.12.2012',
  haria: '81.01.12.2004',
  nolloth: '81.01.26.2009',
  tulehu: '81.01.14.2003',
} as const

export type CaseWanted = {
  /** A lost family card, unless another kind is asked for; `variant` is one of its sample situations. */
  readonly kind?: string
  readonly variant?: string
  readonly applicant?: string
  /** These instead of made-up ones: `{}` is a form that nobody has begun to fill in. */
  readonly answers?: Answers
  /** Who works on it on the way, by username. */
  readonly negeri?: keyof typeof NEGERI
  /** Who files it: the officer of the negeri, or an applicant with an account (`warga`, of Saparua). */
  readonly filedBy?: string
  readonly operator?: string
  readonly verifier?: string
  /** Who holds it at the end: nobody, unless said. */
  readonly heldBy?: string
}

export type MadeCase = {
  readonly id: string
  readonly address: string
  /** `KK-26-00161`; empty while it is a draft. */
  readonly number: string
  readonly applicant: string
}

export type Staff = (username: string) => Promise<Colleague>

type Road = {
  readonly id: string
  readonly who: Record<'filer' | 'negeri' | 'operator' | 'verifier' | 'head' | 'supervisor', string>
  readonly kind: (typeof ALL_KINDS)[number]
  readonly answers: Answers
  /** What the list shows of it now, and who took it last. */
  row: QueueRow
  holder: string
}
type Step = (road: Road, staff: Staff) => Promise<void>

const today = () => localDateInWit(Date.now())
const FAULT = { code: 'FORM_UNSIGNED', instruction: 'Tanda tangani formulir, lalu foto ulang.' }

/** The next step of the straight way from each stage. */
const ON: { readonly [stage in Stage]?: Step } = {
  async DRAFT(road, staff) {
    const { id, kind, answers, who } = road
    const filer = await staff(who.filer)
    const sheet = await aSheet()
    await Promise.all(
      neededPapers(kind, { answers, reportOn: today() }).map(async ({ id: ruleId }) =>
        filer.run(id, { type: 'addPaper', fileId: await filer.send(id, sheet), ruleId }),
      ),
    )
    await act(road, staff, who.filer, { type: 'submit' })
  },
  SUBMITTED: (road, staff) => take(road, staff, road.who.negeri),
  async NEGERI_REVIEW(road, staff) {
    await checkAll(road, staff, road.who.negeri)
    await act(road, staff, road.who.negeri, { type: 'forward' })
  },
  FORWARDED: (road, staff) => take(road, staff, road.who.operator),
  async VERIFICATION(road, staff) {
    await checkAll(road, staff, road.who.operator)
    await act(road, staff, road.who.operator, {
      type: 'accept',
      nikConfirmed: true,
      duplicatesCleared: true,
    })
  },
  SIAK_ENTRY: (road, staff) =>
    act(road, staff, road.who.operator, {
      type: 'proposeDraft',
      reference: 'SIAK-2026-0417',
      note: 'Draf SIAK dicocokkan dengan berkas.',
    }),
  async VALIDATION(road, staff) {
    await take(road, staff, road.who.verifier)
    await act(road, staff, road.who.verifier, { type: 'approve' })
  },
  HEAD_APPROVAL: (road, staff) =>
    act(road, staff, road.who.head, {
      type: 'approveLate',
      decisionNumber: '474.1/88/2026',
      decidedOn: today(),
    }),
  async AWAITING_TTE(road, staff) {
    const { kind, answers, who } = road
    await take(road, staff, who.operator)
    const documents = dueOutputs(kind, { answers, reportOn: today() }).map((output, index) => ({
      outputId: output.id,
      documentNumber: `8101-LT-${Date.now()}-${index}`,
      issuedOn: today(),
      signer: 'Petrus Lawalata',
      officialLink: `https://siak.example/dokumen/${randomUUID()}`,
    }))
    await act(road, staff, who.operator, { type: 'recordSigned', documents })
  },
  ISSUED: (road, staff) =>
    act(road, staff, road.who.negeri, {
      type: 'deliver',
      channel: 'hand',
      receiver: road.row.applicant,
      deliveredAt: Date.now(),
    }),
  DELIVERED: (road, staff) => act(road, staff, road.who.negeri, { type: 'confirm' }),
}

/** Stages beside the straight way: from where one comes there, by whom, and how. */
const ASIDE: {
  readonly [stage in Stage]?: {
    readonly from: Stage
    readonly by: keyof Road['who']
    readonly does: Command
  }
} = {
  RETURNED_APPLICANT: {
    from: 'NEGERI_REVIEW',
    by: 'negeri',
    does: { type: 'returnToApplicant', faults: [FAULT] },
  },
  RETURNED_NEGERI: {
    from: 'VERIFICATION',
    by: 'operator',
    does: { type: 'returnToNegeri', faults: [FAULT] },
  },
  CORRECTION: {
    from: 'ISSUED',
    by: 'negeri',
    does: { type: 'reportError', what: 'Nama kepala keluarga salah tulis.' },
  },
  ON_HOLD: {
    from: 'VERIFICATION',
    by: 'supervisor',
    does: { type: 'hold', reason: 'SIAK tidak dapat dibuka.', expectedOn: addDays(today(), 3) },
  },
  CANCELLED: {
    from: 'SUBMITTED',
    by: 'negeri',
    does: { type: 'cancel', reason: 'Pemohon pindah.', statement: 'Disampaikan di kantor negeri.' },
  },
}

/**
 * Makes a case for one test, as the people of the house would but over HTTP: a few tenths of a second to the Dinas. It
 * stands in the wanted stage and nobody holds it, unless the test says who. Of the seed it needs the people alone.
 */
export async function makeCase(staff: Staff, stage: Stage, wanted: CaseWanted = {}): Promise<MadeCase> {
  const road = await begin(staff, wanted)
  const aside = ASIDE[stage]
  for (let steps = 0; road.row.stage !== (aside?.from ?? stage); steps += 1) {
    const step = ON[road.row.stage]
    if (step === undefined || steps > 12) throw new Error(`No way leads from ${road.row.stage} to ${stage}`)
    await step(road, staff)
  }
  if (aside !== undefined) await act(road, staff, road.who[aside.by], aside.does)
  await handTo(road, staff, wanted.heldBy)
  const { id, number, applicant } = road.row
  return { id, address: `/permohonan/${id}`, number: number ?? '', applicant }
}

async function begin(staff: Staff, wanted: CaseWanted): Promise<Road> {
  const { kind: kindId = 'KK_LOST', negeri = 'saparua', operator = 'ona', verifier = 'tati' } = wanted
  const kind = ALL_KINDS.find((one) => one.id === kindId)
  if (kind === undefined) throw new Error(`No kind ${kindId}`)
  const { variant = sampleVariants(kindId)[0] ?? '', applicant } = wanted
  const context = { random: Math.random, reportOn: today(), negeri: NEGERI[negeri] }
  const answers: Answers = wanted.answers ?? {
    ...sampleAnswers(kindId, variant, context),
    ...(applicant === undefined ? {} : { applicantName: applicant }),
  }
  const id = randomUUID()
  const create = { type: 'create', service: kind.service, kind: kindId, negeri: NEGERI[negeri], answers }
  const filer = wanted.filedBy ?? negeri
  const row = await (await staff(filer)).run(id, create)
  const who = { filer, negeri, operator, verifier, head: 'kadis', supervisor: 'rukmini' }
  return { id, who, kind, answers, row, holder: '' }
}

async function act(road: Road, staff: Staff, username: string, command: Command): Promise<void> {
  road.row = await (await staff(username)).run(road.id, command)
}

async function take(road: Road, staff: Staff, username: string): Promise<void> {
  await act(road, staff, username, { type: 'claim' })
  road.holder = username
}

async function checkAll(road: Road, staff: Staff, username: string): Promise<void> {
  const person = await staff(username)
  const { view } = await person.read<{
    readonly view: { readonly file: { readonly checklist: readonly { readonly ruleId: string }[] } }
  }>('case.open', { caseId: road.id })
  const [ruleId = '', ...also] = view.file.checklist.map((line) => line.ruleId)
  await act(road, staff, username, { type: 'checkItem', ruleId, result: 'ok', also })
}

async function handTo(road: Road, staff: Staff, username: string | undefined): Promise<void> {
  if (road.row.holder !== null && road.holder !== username)
    await act(road, staff, road.holder, { type: 'release' })
  if (username !== undefined && road.row.holder === null) await take(road, staff, username)
}

/** A family name that no other case has: one search finds the cases of one test, whatever else is in the house. */
export function aFamilyName(): string {
  const syllables = ['ka', 'li', 'mo', 'na', 'pe', 'ra', 'sa', 'tu', 'wa', 'he']
  const tail = Array.from({ length: 6 }, () => syllables[Math.floor(Math.random() * syllables.length)])
  return `Tua${tail.join('')}`
}

let sheet: Promise<Buffer> | undefined
/** A sheet of paper that weighs little. */
function aSheet(): Promise<Buffer> {
  sheet ??= sharp({ create: { width: 900, height: 1200, channels: 3, background: '#e9e2d2' } })
    .jpeg()
    .toBuffer()
  return sheet
}
