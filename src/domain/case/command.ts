import * as z from 'zod/mini'
import { Uuid } from '#domain/shared/id.ts'
import { Instant } from '#domain/shared/instant.ts'
import { LocalDate } from '#domain/shared/local-date.ts'
import { NegeriCode } from '#domain/shared/region-code.ts'
import { ServiceId } from '#domain/shared/service-id.ts'
import { Answers, AnswerValue } from '#domain/service/answers.ts'
import { DELIVERY_CHANNELS } from './delivery-channel.ts'
import { PaperVerdict } from './paper-verdict.ts'
import { Mentions, PIN_ANSWERS, PinBox } from './pin.ts'
import { ReasonCode } from './reason.ts'

const words = (least: number) => z.string().check(z.trim(), z.minLength(least), z.maxLength(2000))
const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(200))
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const FaultInput = z.strictObject({
  code: ReasonCode,
  instruction: words(5),
  ruleId: z.optional(shortText),
  field: z.optional(shortText),
  pins: z.optional(z.readonly(z.array(Uuid).check(z.maxLength(100)))),
})

const IssuedInput = z.strictObject({
  outputId: shortText,
  documentNumber: shortText,
  issuedOn: LocalDate,
  signer: shortText,
  file: z.optional(z.strictObject({ fileId: Uuid, sha256 })),
  officialLink: z.optional(z.url()),
  allottedNik: z.optional(z.string().check(z.regex(/^\d{16}$/))),
  allottedNoKk: z.optional(z.string().check(z.regex(/^\d{16}$/))),
})

const FlagsInput = z.strictObject({
  conflictOfInterest: z.boolean(),
  vulnerable: z.boolean(),
  urgent: z.boolean(),
})

/**
 * Everything that can be asked of a case, by name: the one list that tRPC, the offline outbox, the seed and the
 * system clocks share. What each needs is its schema; whether it may happen is `decide`'s answer.
 */
// oxfmt-ignore
export const COMMAND = {
  /** `bundle`: the case that this one is begun together with; `visit`: the day of jemput bola. */
  create: z.strictObject({ type: z.literal('create'), service: ServiceId, kind: shortText, negeri: NegeriCode, answers: z.optional(Answers), deviceAt: z.optional(Instant), bundle: z.optional(Uuid), visit: z.optional(Uuid) }),
  /** `base` is each field as the editor saw it: where the case moved on meanwhile, both values are kept. */
  edit: z.strictObject({ type: z.literal('edit'), changed: z.record(z.string(), z.nullable(AnswerValue)), base: z.record(z.string(), z.nullable(AnswerValue)) }),
  settleConflict: z.strictObject({ type: z.literal('settleConflict'), field: shortText, value: z.nullable(AnswerValue) }),
  setFlags: z.strictObject({ type: z.literal('setFlags'), flags: FlagsInput }),
  addPaper: z.strictObject({ type: z.literal('addPaper'), fileId: Uuid, ruleId: shortText, replaces: z.optional(Uuid), verdict: z.optional(PaperVerdict) }),
  removePaper: z.strictObject({ type: z.literal('removePaper'), fileId: Uuid }),
  submit: z.strictObject({ type: z.literal('submit'), deviceAt: z.optional(Instant) }),
  discard: z.strictObject({ type: z.literal('discard') }),
  claim: z.strictObject({ type: z.literal('claim') }),
  extendClaim: z.strictObject({ type: z.literal('extendClaim') }),
  release: z.strictObject({ type: z.literal('release') }),
  /** `also`: further lines that get the same mark in the same breath. */
  checkItem: z.strictObject({ type: z.literal('checkItem'), ruleId: shortText, result: z.enum(['unchecked', 'ok', 'notApplicable', 'problem']), ground: z.optional(words(3)), also: z.optional(z.array(shortText).check(z.maxLength(40))) }),
  forward: z.strictObject({ type: z.literal('forward') }),
  autoForward: z.strictObject({ type: z.literal('autoForward'), reason: words(3) }),
  returnToApplicant: z.strictObject({ type: z.literal('returnToApplicant'), faults: z.array(FaultInput).check(z.minLength(1), z.maxLength(30)) }),
  returnToNegeri: z.strictObject({ type: z.literal('returnToNegeri'), faults: z.array(FaultInput).check(z.minLength(1), z.maxLength(30)) }),
  resubmit: z.strictObject({ type: z.literal('resubmit'), answers: z.array(z.strictObject({ fault: z.number().check(z.int(), z.nonnegative()), answer: words(1) })).check(z.maxLength(30)) }),
  repair: z.strictObject({ type: z.literal('repair'), answers: z.array(z.strictObject({ fault: z.number().check(z.int(), z.nonnegative()), answer: words(1) })).check(z.maxLength(30)) }),
  passOn: z.strictObject({ type: z.literal('passOn') }),
  expire: z.strictObject({ type: z.literal('expire') }),
  remind: z.strictObject({ type: z.literal('remind'), day: z.number().check(z.int(), z.gte(1), z.lte(365)) }),
  accept: z.strictObject({ type: z.literal('accept'), nikConfirmed: z.boolean(), duplicatesCleared: z.boolean() }),
  proposeDraft: z.strictObject({ type: z.literal('proposeDraft'), reference: shortText, note: z.optional(words(1)), file: z.optional(z.strictObject({ fileId: Uuid, sha256 })) }),
  sendBack: z.strictObject({ type: z.literal('sendBack'), reason: words(5) }),
  approve: z.strictObject({ type: z.literal('approve') }),
  approveLate: z.strictObject({ type: z.literal('approveLate'), decisionNumber: shortText, decidedOn: LocalDate }),
  refuseLate: z.strictObject({ type: z.literal('refuseLate'), reason: words(5) }),
  recordSigned: z.strictObject({ type: z.literal('recordSigned'), documents: z.array(IssuedInput).check(z.minLength(1), z.maxLength(6)) }),
  refuseSign: z.strictObject({ type: z.literal('refuseSign'), reason: words(5) }),
  deliver: z.strictObject({ type: z.literal('deliver'), channel: z.enum(DELIVERY_CHANNELS), receiver: shortText, deliveredAt: Instant }),
  confirm: z.strictObject({ type: z.literal('confirm') }),
  reportError: z.strictObject({ type: z.literal('reportError'), what: words(10), evidence: z.optional(words(3)) }),
  reject: z.strictObject({ type: z.literal('reject'), code: ReasonCode, ground: words(10), route: words(10) }),
  confirmRejection: z.strictObject({ type: z.literal('confirmRejection') }),
  dropRejection: z.strictObject({ type: z.literal('dropRejection'), reason: words(5) }),
  cancel: z.strictObject({ type: z.literal('cancel'), reason: words(5), statement: z.optional(words(3)) }),
  hold: z.strictObject({ type: z.literal('hold'), reason: words(5), expectedOn: LocalDate }),
  resume: z.strictObject({ type: z.literal('resume'), reason: words(3) }),
  reassign: z.strictObject({ type: z.literal('reassign'), toPersonId: z.optional(shortText), reason: words(5) }),
  /** To a colleague, with a note that they read first; also back to whoever gave it. */
  handOver: z.strictObject({ type: z.literal('handOver'), toPersonId: shortText, note: words(3) }),
  /** An act that came too late for its author, for whoever holds the case. `work` is read strictly by the rule. */
  proposeWork: z.strictObject({ type: z.literal('proposeWork'), proposalId: Uuid, work: z.looseObject({ type: shortText }), writtenAt: z.optional(Instant) }),
  takeWork: z.strictObject({ type: z.literal('takeWork'), proposalId: Uuid }),
  declineWork: z.strictObject({ type: z.literal('declineWork'), proposalId: Uuid, reason: words(5) }),
  /** Of two likely doubles at once: the other case gets the same, or the other half of it. `words` are for the applicant. */
  linkTwin: z.strictObject({ type: z.literal('linkTwin'), other: Uuid }),
  dismissTwin: z.strictObject({ type: z.literal('dismissTwin'), other: Uuid, reason: words(5) }),
  mergeTwin: z.strictObject({ type: z.literal('mergeTwin'), other: Uuid, words: words(10) }),
  takeTwin: z.strictObject({ type: z.literal('takeTwin'), other: Uuid }),
  undoTwin: z.strictObject({ type: z.literal('undoTwin'), other: Uuid, reason: words(5) }),
  askTwin: z.strictObject({ type: z.literal('askTwin') }),
  escalate: z.strictObject({ type: z.literal('escalate'), level: z.number().check(z.int(), z.gte(1), z.lte(7)), reason: z.optional(words(3)) }),
  writeNote: z.strictObject({ type: z.literal('writeNote'), noteId: Uuid, text: words(1), visibility: z.enum(['internal', 'shared']), mentions: z.optional(Mentions) }),
  pinPaper: z.strictObject({ type: z.literal('pinPaper'), pinId: Uuid, fileId: Uuid, page: z.number().check(z.int(), z.gte(1), z.lte(500)), box: PinBox, code: z.optional(ReasonCode), field: z.optional(shortText), text: z.optional(words(1)), mentions: z.optional(Mentions) }),
  replyPin: z.strictObject({ type: z.literal('replyPin'), pinId: Uuid, replyId: Uuid, text: words(1), mentions: z.optional(Mentions) }),
  settlePin: z.strictObject({ type: z.literal('settlePin'), pinId: Uuid, as: z.enum(PIN_ANSWERS) }),
} as const

export type CommandType = keyof typeof COMMAND
export const COMMAND_TYPES = Object.keys(COMMAND) as readonly CommandType[]

export type CommandOf<T extends CommandType> = z.infer<(typeof COMMAND)[T]>
export type CaseCommand = { [T in CommandType]: CommandOf<T> }[CommandType]

/** Any case command, parsed strictly: an unknown key or type is refused on the wire. */
export const CaseCommand = z.discriminatedUnion(
  'type',
  Object.values(COMMAND) as unknown as [(typeof COMMAND)['create'], ...(typeof COMMAND)[CommandType][]],
)

/**
 * What travels with a command: made once by the client, the same on every retry.
 * `seenVersion` is the case as that screen knew it (0 for `create`).
 */
export const CommandEnvelope = z.strictObject({
  commandId: Uuid,
  caseId: Uuid,
  seenVersion: z.number().check(z.int(), z.nonnegative()),
  command: CaseCommand,
})
export type CommandEnvelope = z.infer<typeof CommandEnvelope>
