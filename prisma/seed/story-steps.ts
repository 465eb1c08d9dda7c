import type { Actor } from '#domain/access/actor.ts'
import { kindOfCase, situationOf } from '#domain/case/form.ts'
import type { CommandOf } from '#domain/case/command.ts'
import type { Stage } from '#domain/case/stage.ts'
import { DAY_MS } from '#domain/shared/instant.ts'
import type { LocalDate } from '#domain/shared/local-date.ts'
import { localDateInWit } from '#domain/shared/local-date.ts'
import { kindOf } from '#domain/service/catalogue.ts'
import { dueOutputs, neededPapers } from '#domain/service/check-form.ts'
import { textIn } from '#domain/service/read-answers.ts'
import { sampleAnswers } from '#domain/service/sample-answers.ts'
import { between, sampleNik, sampleNoKk } from '#domain/service/samples/sample-person.ts'
import { addOfficeMinutes } from './office-hours.ts'
import type { Beat, Story } from './story.ts'
import { scanOf, takenAgain } from './sample-papers.ts'
import type { StoryFault } from './story-faults.ts'
import { NOTES } from './story-faults.ts'

type Told = Generator<Beat, void, undefined>

/** Who files: the officer for someone at the counter, or an applicant with an account. */
export function filer({ cast }: Story): Actor {
  return cast.citizen ?? cast.officer
}

/** Who looks at it for the negeri: the officer, or for their own family's case somebody else. */
export function reviewer({ cast, file }: Story): Actor {
  return (file.flags.conflictOfInterest ? cast.colleague : undefined) ?? cast.officer
}

export function* filing(story: Story): Told {
  const { service, kind: kindId, variant, negeri, at } = story.start
  const by = filer(story)
  const kind = kindOf(service, kindId)
  if (kind === undefined) throw new Error(`No kind ${kindId}`)
  const reportOn = localDateInWit(at)
  const answers = sampleAnswers(kindId, variant, { random: story.random, reportOn, negeri })
  yield { by, does: { type: 'create', service, kind: kindId, negeri, answers } }
  for (const rule of neededPapers(kind, { answers, reportOn })) {
    const file = story.paper(scanOf(rule.id, story.chance(0.1)), by)
    yield {
      by,
      after: 0.4 + story.random(),
      files: [file],
      does: { type: 'addPaper', fileId: file.fileId, ruleId: rule.id },
    }
  }
  const ownFamily = by.role !== 'CITIZEN' && story.cast.colleague !== undefined && story.chance(0.3)
  if (ownFamily || story.chance(0.12)) {
    const flags = { conflictOfInterest: ownFamily, vulnerable: story.chance(0.6), urgent: story.chance(0.5) }
    if (by.role !== 'CITIZEN' && (ownFamily || flags.vulnerable || flags.urgent))
      yield { by, after: 1, does: { type: 'setFlags', flags } }
  }
}

export function* submitting(story: Story): Told {
  yield { by: filer(story), after: 1 + story.random() * 4, does: { type: 'submit' } }
}

export function* checking(story: Story, by: Actor): Told {
  const open = story.file.checklist.filter((item) => item.result !== 'ok').map((item) => item.ruleId)
  const [ruleId, ...also] = open
  if (ruleId === undefined) return
  const after = open.length * (0.3 + story.random())
  yield { by, after, does: { type: 'checkItem', ruleId, result: 'ok', also } }
}

export function* reviewing(story: Story): Told {
  const by = reviewer(story)
  yield { by, after: story.wait(60), does: { type: 'claim' } }
  yield* checking(story, by)
}

export function* forwarding(story: Story): Told {
  yield { by: reviewer(story), after: 1 + story.random(), does: { type: 'forward' } }
}

export function* taking(story: Story, by: Actor, usual: number): Told {
  yield { by, after: story.wait(usual), does: { type: 'claim' } }
}

export function* noting(story: Story, by: Actor): Told {
  const visibility = story.chance(0.7) ? 'internal' : 'shared'
  yield {
    by,
    after: 2,
    does: { type: 'writeNote', noteId: story.nextId(), text: story.pick(NOTES), visibility },
  }
}

export function* verifying(story: Story): Told {
  yield* taking(story, story.cast.operator, 90)
  if (story.chance(0.08)) yield* noting(story, story.cast.operator)
  yield* checking(story, story.cast.operator)
}

export function* accepting(story: Story): Told {
  yield {
    by: story.cast.operator,
    after: 2,
    does: { type: 'accept', nikConfirmed: true, duplicatesCleared: true },
  }
}

export function* entering(story: Story): Told {
  const reference = `SIAK-${localDateInWit(story.now).replaceAll('-', '')}-${between(story.random, 100, 999)}`
  const note = 'Draf SIAK dicocokkan dengan berkas.'
  yield { by: story.cast.operator, after: story.wait(25), does: { type: 'proposeDraft', reference, note } }
}

export function* validating(story: Story): Told {
  yield* taking(story, story.cast.verifier, 90)
}

/** From an approved draft to a recorded document: the head's decision for a late birth, then the signature. */
export function* signing(story: Story): Told {
  const { cast } = story
  yield { by: cast.verifier, after: 3 + story.random() * 6, does: { type: 'approve' } }
  if (story.file.stage === 'HEAD_APPROVAL') {
    const after = story.wait(200)
    const decisionNumber = `474.1/${between(story.random, 100, 999)}/DKPS/2026`
    yield {
      by: cast.head,
      after,
      does: { type: 'approveLate', decisionNumber, decidedOn: localDateInWit(story.now) },
    }
  }
  yield* taking(story, cast.operator, 110)
  const documents = signedDocuments(story, cast.head.name)
  const files = documents.flatMap(({ file }) => story.papers.filter((paper) => paper.fileId === file?.fileId))
  const facts = files.map(({ fileId, scan }) => ({ fileId, ...story.scans.get(scan) })) as NonNullable<
    Beat['files']
  >
  yield { by: cast.operator, after: 2, files: facts, does: { type: 'recordSigned', documents } }
}

/** Made-up numbers in the shape of real ones; a PDF for most, the official link for the rest. */
function signedDocuments(story: Story, signer: string): CommandOf<'recordSigned'>['documents'] {
  const { file, random } = story
  const issuedOn = localDateInWit(story.now)
  return dueOutputs(kindOfCase(file), situationOf(file, story.now)).map((output) => {
    const pdf = story.chance(0.7) ? story.paper('DOCUMENT', story.cast.operator) : undefined
    const serial = String(between(random, 1, 9999)).padStart(4, '0')
    return {
      outputId: output.id,
      documentNumber: numberOf(output.id, issuedOn, serial, story),
      issuedOn,
      signer,
      ...(pdf === undefined
        ? { officialLink: `https://siak.example/dokumen/${story.nextId()}` }
        : { file: { fileId: pdf.fileId, sha256: pdf.sha256 } }),
      ...(output.id === 'AKTA' ? allottedNik(story) : {}),
      ...(output.id === 'KK' && story.start.kind.startsWith('KK_NEW')
        ? { allottedNoKk: sampleNoKk(random, story.start.negeri, issuedOn) }
        : {}),
    }
  })
}

function numberOf(outputId: string, issuedOn: LocalDate, serial: string, story: Story): string {
  const [year, month, day] = issuedOn.split('-')
  if (outputId === 'AKTA') {
    return `8101-${story.file.birthTiming === 'LATE' ? 'LT' : 'LU'}-${day}${month}${year}-${serial}`
  }
  return outputId === 'SKPWNI' ? `SKPWNI/8101/${day}${month}${year}/${serial}` : `KK-${year}-${serial}`
}

/** A child without a NIK gets one with the deed; a grown person keeps theirs. */
function allottedNik(story: Story): { allottedNik?: string } {
  const { answers } = story.file
  const birthDate = textIn(answers, 'birthDate')
  if (birthDate < '2015-01-01') return {}
  const sex = textIn(answers, 'childSex') === '2' ? '2' : '1'
  return { allottedNik: sampleNik(story.random, story.start.negeri, birthDate, sex) }
}

export function* delivering(story: Story): Told {
  const { cast } = story
  const at = addOfficeMinutes(story.now, story.wait(220))
  const channel = story.pick(['hand', 'hand', 'print', 'link', 'whatsapp', 'email'] as const)
  const receiver = kindOfCase(story.file).applicantName(situationOf(story.file, story.now)) || 'Pemohon'
  yield { by: cast.officer, at, does: { type: 'deliver', channel, receiver, deliveredAt: Math.round(at) } }
}

/** Half confirm within days; the others are closed by the system after seven calendar days. */
export function* confirming(story: Story): Told {
  if (story.chance(0.5)) yield { by: filer(story), after: story.wait(500), does: { type: 'confirm' } }
  else yield { by: story.cast.system, at: story.now + 7 * DAY_MS + 60_000, does: { type: 'confirm' } }
}

/** Mends what came back: a new photo where a paper was at fault, words for all, and off to the same desk. */
export function* mending(story: Story, by: Actor, faults: readonly StoryFault[], desk: Actor): Told {
  let after = story.wait(240)
  for (const { fault } of faults) {
    if (fault.ruleId === undefined) continue
    const seen = story.file.papers.find((one) => one.ruleId === fault.ruleId && one.replacedBy === undefined)
    const scan = scanOf(fault.ruleId, false)
    const same = seen !== undefined && story.scans.get(scan)?.sha256 === seen.sha256
    const file = story.paper(same ? takenAgain(scan) : scan, by)
    const replaces = seen === undefined ? {} : { replaces: seen.fileId }
    yield {
      by,
      after,
      files: [file],
      does: { type: 'addPaper', fileId: file.fileId, ruleId: fault.ruleId, ...replaces },
    }
    after = 1
  }
  const answers = faults.map(({ answer }, fault) => ({ fault, answer }))
  const type = story.file.stage === 'RETURNED_NEGERI' ? 'repair' : 'resubmit'
  yield { by, after, desk, does: { type, answers } }
}

/** Office minutes that a stage may take, as the promise to citizens divides them. */
const STAGE_MINUTES: { readonly [stage in Stage]?: number } = {
  SUBMITTED: 450,
  NEGERI_REVIEW: 450,
  FORWARDED: 120,
  VERIFICATION: 240,
  SIAK_ENTRY: 180,
  VALIDATION: 180,
  HEAD_APPROVAL: 720,
  AWAITING_TTE: 180,
  ISSUED: 450,
}

/** What the clocks write on a case that waits: E1 at four fifths of the stage's time, E2 when it is used up. */
export function* escalating(story: Story): Told {
  const limit = STAGE_MINUTES[story.file.stage]
  if (limit === undefined) return
  const { stageAt } = story.file
  for (const [level, share] of [
    [2, 0.8],
    [3, 1],
  ] as const) {
    const at = Math.max(addOfficeMinutes(stageAt, limit * share), story.now + 1000)
    yield { by: story.cast.system, at, does: { type: 'escalate', level } }
  }
}
