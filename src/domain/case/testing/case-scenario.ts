import type { Actor } from '#domain/access/actor.ts'
import type { Role } from '#domain/access/role.ts'
import type { Instant } from '#domain/shared/instant.ts'
import { HOUR_MS, MINUTE_MS } from '#domain/shared/instant.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import type { ServiceId } from '#domain/shared/service-id.ts'
import type { Answers } from '#domain/service/answers.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { dueOutputs } from '#domain/service/check-form.ts'
import type { CaseEvent } from '../case-event.ts'
import type { CaseFile } from '../case-file.ts'
import type { CaseCommand, CommandOf } from '../command.ts'
import { decide } from '../decide.ts'
import { evolve } from '../evolve.ts'
import type { Facts } from '../facts.ts'
import { DEFAULT_CASE_SETTINGS } from '../facts.ts'
import { kindOfCase, situationOf } from '../form.ts'
import type { Refusal } from '../refusal.ts'
import { stamp } from '../stamp.ts'
import { personOf } from '../visible.ts'
import type { StoryKind } from './fit-answers.ts'
import { fitAnswers } from './fit-answers.ts'

export const SAPARUA = '81.01.12.2001'
export const BANDA = '81.01.01.2001'
/** Tuesday 2026-06-09 10.00 WIT. */
export const MORNING: Instant = 1_780_966_800_000

const person = (id: string, name: string, role: Role | 'SYSTEM', area: string): Actor => ({
  id,
  name,
  role,
  areas: [area],
  services: [],
})

/** The people of the story. `hanafi` and `ona` serve one negeri, `yopi` and `lena` are operators of the Dinas. */
export const WHO = {
  citizen: person('citizen', 'Yohanis Tuapeti', 'CITIZEN', '81.01'),
  neighbour: person('neighbour', 'Marwa Lesi', 'CITIZEN', '81.01'),
  hanafi: person('hanafi', 'Hanafi Renwarin', 'NEGERI_OFFICER', SAPARUA),
  ona: person('ona', 'Ona Pattiwael', 'NEGERI_OFFICER', SAPARUA),
  elsewhere: person('elsewhere', 'Dul Kapela', 'NEGERI_OFFICER', BANDA),
  yopi: person('yopi', 'Yopi Sahusilawa', 'OPERATOR', '81.01'),
  lena: person('lena', 'Lena Matital', 'OPERATOR', '81.01.12'),
  verifier: person('verifier', 'Ruth Latuconsina', 'VERIFIER', '81.01'),
  second: person('second', 'Abdul Rumra', 'VERIFIER', '81.01'),
  supervisor: person('supervisor', 'Sekretaris Dinas', 'SUPERVISOR', '81.01'),
  head: person('head', 'Kepala Dinas', 'HEAD', '81.01'),
  regent: person('regent', 'Bupati', 'LEADERSHIP', '81.01'),
  admin: person('admin', 'Administrator', 'ADMIN', '81.01'),
  system: person('system', 'Sistem', 'SYSTEM', '81.01'),
} as const satisfies { readonly [name: string]: Actor }

const CASE_ID = '0190a2b4-0000-4000-8000-000000000001'

export type Ask = Partial<Facts> & { readonly at?: Instant }

/** One case told command by command: what was done must be accepted, what is asked changes nothing. */
export class Scenario {
  file: CaseFile | undefined
  events: CaseEvent[] = []
  now: Instant
  readonly answers: Answers
  readonly service: ServiceId
  readonly kind: StoryKind

  constructor(kind: StoryKind = 'BIRTH_REGULAR', answers: Answers = {}) {
    this.service = kind === 'KK_LOST' ? 'KK' : 'AKTA_KELAHIRAN'
    this.kind = kind
    this.now = MORNING
    this.answers = { ...fitAnswers(kind, localDateInWit(this.now)), ...answers }
  }

  get case(): CaseFile {
    if (this.file === undefined) throw new Error('No case yet')
    return this.file
  }

  facts(more: Ask = {}): Facts {
    const { at, ...facts } = more
    return {
      now: at ?? this.now,
      number: '26-00001',
      knownNegeri: (code) => code.startsWith('81.01.'),
      settings: DEFAULT_CASE_SETTINGS,
      ...(this.file?.returned === undefined ? {} : { desk: this.file.returned.by }),
      ...facts,
    }
  }

  /** What the rules answer, without it happening. */
  ask(actor: Actor, command: CaseCommand, more: Ask = {}) {
    return decide(this.file, command, actor, this.facts(more))
  }

  refusal(actor: Actor, command: CaseCommand, more: Ask = {}): Refusal | undefined {
    const answer = this.ask(actor, command, more)
    return answer.ok ? undefined : answer.refusal
  }

  /** It happens, a minute later than what happened before. */
  do(actor: Actor, command: CaseCommand, more: Ask = {}): this {
    this.now = more.at ?? this.now + MINUTE_MS
    const answer = this.ask(actor, command, more)
    if (!answer.ok) throw new Error(`${command.type} by ${actor.id}: ${JSON.stringify(answer.refusal)}`)
    const events = stamp(
      this.file?.id ?? CASE_ID,
      this.file?.version ?? 0,
      answer.events,
      personOf(actor),
      this.now,
    )
    for (const event of events) this.file = evolve(this.file, event)
    this.events.push(...events)
    return this
  }

  later(hours: number): this {
    this.now += hours * HOUR_MS
    return this
  }

  draft(by: Actor = WHO.hanafi): this {
    const { service, kind, answers } = this
    return this.do(by, { type: 'create', service, kind, negeri: SAPARUA, answers })
  }

  addPapers(by: Actor = WHO.hanafi): this {
    const kind = kindOf(this.service, this.kind)
    const situation = situationOf(this.case, this.now)
    for (const rule of kind?.papers ?? []) {
      if (rule.neededWhen?.(situation) === false) continue
      this.paper(by, rule.id)
    }
    return this
  }

  paper(by: Actor, ruleId: string): this {
    const fileId = `0190a2b4-0000-4000-8000-${String(this.case.papers.length + 100).padStart(12, '0')}`
    const file = {
      fileId,
      sha256: `a${String(this.case.papers.length).padStart(63, '0')}`,
      mime: 'image/jpeg',
      bytes: 1000,
    }
    const replaced = this.case.papers.find((one) => one.ruleId === ruleId && one.replacedBy === undefined)
    const replaces =
      replaced === undefined || this.case.stage === 'DRAFT' ? {} : { replaces: replaced.fileId }
    return this.do(by, { type: 'addPaper', fileId, ruleId, ...replaces }, { file })
  }

  submitted(by: Actor = WHO.hanafi): this {
    return this.draft(by).addPapers(by).do(by, { type: 'submit' })
  }

  reviewed(by: Actor = WHO.ona): this {
    return this.submitted().do(by, { type: 'claim' }).checkAll(by)
  }

  checkAll(by: Actor): this {
    const open = this.case.checklist.filter((item) => item.result !== 'ok')
    for (const { ruleId } of open) this.do(by, { type: 'checkItem', ruleId, result: 'ok' })
    return this
  }

  forwarded(): this {
    return this.reviewed().do(WHO.ona, { type: 'forward' })
  }

  inVerification(): this {
    return this.forwarded().do(WHO.yopi, { type: 'claim' }).checkAll(WHO.yopi)
  }

  inSiakEntry(): this {
    return this.inVerification().do(WHO.yopi, { type: 'accept', nikConfirmed: true, duplicatesCleared: true })
  }

  inValidation(): this {
    return this.inSiakEntry()
      .do(WHO.yopi, { type: 'proposeDraft', reference: 'SIAK-1', note: 'Lembar data sesuai berkas' })
      .do(WHO.verifier, { type: 'claim' })
  }

  approved(): this {
    return this.inValidation().do(WHO.verifier, { type: 'approve' })
  }

  awaitingTte(): this {
    this.approved()
    if (this.case.stage !== 'HEAD_APPROVAL') return this
    const decidedOn = localDateInWit(this.now)
    return this.do(WHO.head, { type: 'approveLate', decisionNumber: '474.1/12/2026', decidedOn })
  }

  signedDocuments(): CommandOf<'recordSigned'>['documents'] {
    return dueOutputs(kindOfCase(this.case), situationOf(this.case, this.now)).map((output, index) => ({
      outputId: output.id,
      documentNumber: `8101-LT-${index + 1}`,
      issuedOn: localDateInWit(this.now),
      signer: WHO.head.name,
      officialLink: 'https://dukcapil.example/d/1',
    }))
  }

  issued(): this {
    this.awaitingTte().do(WHO.lena, { type: 'claim' })
    return this.do(WHO.lena, { type: 'recordSigned', documents: this.signedDocuments() })
  }

  delivered(): this {
    this.issued()
    return this.do(WHO.hanafi, {
      type: 'deliver',
      channel: 'hand',
      receiver: 'Yohanis',
      deliveredAt: this.now,
    })
  }

  closed(): this {
    return this.delivered().do(WHO.hanafi, { type: 'confirm' })
  }
}
