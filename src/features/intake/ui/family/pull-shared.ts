import type { DraftView } from '#domain/intake/draft-view.ts'
import { alsoServes, samePair } from '#domain/intake/bundle/bundle-pairs.ts'
import { missingShared, sharedAnswers } from '#domain/intake/bundle/share-answers.ts'
import type { Answers } from '#domain/service/answers.ts'
import type { KindDefinition, PaperRule } from '#domain/service/service-definition.ts'
import type { DeviceStore } from '#client/device/device-store.ts'
import { newId } from '#client/new-id.ts'
import { api } from '#client/trpc.ts'
import type { Draft } from '../draft.ts'
import type { PaperSender } from '../paper-sender.ts'
import { loadKind } from '../service-kinds.ts'
import { familyDrafts } from './family-drafts.ts'

/** What the family has said in its other applications and this form does not have yet. */
export async function answersToPull(
  store: DeviceStore,
  view: DraftView,
  kind: KindDefinition,
  present: Answers,
): Promise<Answers> {
  const found: Answers = {}
  for (const { view: other } of await familyDrafts(store, view)) {
    if (samePair(other.kind, kind.id) === undefined) continue
    const shared = sharedAnswers(await loadKind(other.service, other.kind), kind, other.answers)
    Object.assign(found, missingShared(shared, Object.assign({}, present, found)))
  }
  return found
}

/**
 * Photos of the family's other applications that serve an empty line here: from the device where they still lie on it,
 * else by a word to the Dinas, which has them. Answers how many. What cannot be had now is asked again next time.
 */
export async function pullPhotos(
  store: DeviceStore,
  draft: Draft,
  sender: PaperSender,
  kind: KindDefinition,
  needed: readonly PaperRule[],
): Promise<number> {
  const { view } = draft.snapshot()
  const papers = await store.all('paper')
  let [pulled, again] = [0, 0]
  for (const { view: other } of await familyDrafts(store, view)) {
    if (samePair(other.kind, kind.id) === undefined) continue
    const here = papers.filter((paper) => paper.caseId === other.caseId)
    const away = other.papers.filter((paper) => paper.replacedBy === undefined)
    for (const paper of [...here.map((one) => ({ ...one, fileId: one.id })), ...away]) {
      for (const line of alsoServes(other.kind, kind.id, paper.ruleId)) {
        if (!needed.some((rule) => rule.id === line) || isGiven(draft, sender, line)) continue
        const bytes = await store.bytesOf(paper.fileId)
        const own = here.find((one) => one.id === paper.fileId)
        if (bytes !== undefined && own !== undefined) {
          const verdict = own.verdict === undefined ? {} : { verdict: own.verdict }
          await sender.keep({ bytes, mime: own.mime, ...verdict }, line, undefined)
          pulled += 1
        } else if (await reused(draft, paper.fileId, line)) again += 1
      }
    }
  }
  if (again > 0) {
    await whenSent(draft)
    await draft.refresh() // this device has no picture of them: the form is read anew
  }
  return pulled + again
}

const PATIENCE_MS = 20_000

/** Everything of this form is at the Dinas, or it takes too long to wait for. */
function whenSent(draft: Draft): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, PATIENCE_MS)
    const off = draft.subscribe(look)
    function done(): void {
      clearTimeout(timer)
      off()
      resolve()
    }
    function look(): void {
      if (draft.snapshot().kept === 'dinas') done()
    }
    look()
  })
}

function isGiven(draft: Draft, sender: PaperSender, line: string): boolean {
  return (
    draft.snapshot().view.papers.some((paper) => paper.ruleId === line && paper.replacedBy === undefined) ||
    sender.snapshot().some((one) => one.ruleId === line && one.state !== 'refused')
  )
}

async function reused(draft: Draft, fileId: string, ruleId: string): Promise<boolean> {
  const newFileId = newId()
  const answer = await api.intake.reuse
    .mutate({ fileId, caseId: draft.caseId, newFileId })
    .catch(() => undefined)
  if (answer?.why !== null) return false
  await draft.run({ type: 'addPaper', fileId: newFileId, ruleId })
  return true
}
