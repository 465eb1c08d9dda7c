import { accept, refuse } from '#domain/shared/decision.ts'
import { refusedByOwner } from '../draft-side.ts'
import { kindOfCase } from '../form.ts'
import { refusedByScope } from '../refused-by-scope.ts'
import type { Decide, May } from '../rule.ts'

export const mayAddPaper: May = refusedByOwner

/**
 * Puts a finished upload to the case as the paper of one rule of its kind. A paper never changes: a better photo
 * `replaces` the earlier one, which stays for comparison.
 */
export const decideAddPaper: Decide<'addPaper'> = (
  caseFile,
  { fileId, ruleId, replaces, verdict },
  _actor,
  facts,
) => {
  if (!kindOfCase(caseFile).papers.some((rule) => rule.id === ruleId))
    return refuse({ why: 'unknown-paper', ruleId })
  if (caseFile.papers.some((paper) => paper.fileId === fileId)) return refuse({ why: 'nothing-changes' })
  const locked = refusedByScope(caseFile, facts, { paper: { ruleId, replaces } })
  if (locked !== undefined) return refuse(locked)
  if (facts.file?.fileId !== fileId) return refuse({ why: 'file-not-ready' })
  const replaced = caseFile.papers.find((paper) => paper.fileId === replaces)
  if (replaces !== undefined && (replaced?.ruleId !== ruleId || replaced.replacedBy !== undefined)) {
    return refuse({ why: 'unknown-paper', ruleId })
  }
  const { sha256, mime, bytes } = facts.file
  if (replaced?.sha256 === sha256) return refuse({ why: 'same-paper' })
  return accept({
    type: 'PaperAdded',
    fileId,
    ruleId,
    sha256,
    mime,
    bytes,
    ...(replaces === undefined ? {} : { replaces }),
    ...(verdict === undefined ? {} : { verdict }),
  })
}
