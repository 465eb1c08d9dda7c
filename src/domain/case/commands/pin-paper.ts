import { accept, refuse } from '#domain/shared/decision.ts'
import { kindOfCase, strangeField } from '../form.ts'
import { refusedMention } from '../mentions.ts'
import { MOST_OPEN_PINS, MOST_PINS } from '../pin.ts'
import { openPins, pinOf } from '../pins-of.ts'
import { REASON } from '../reason.ts'
import type { Decide } from '../rule.ts'

/**
 * Fixes a remark to a place of a paper: a coded fault, words, or both. Whoever of the staff may see the case may do it,
 * without taking it. A replaced paper can still be pinned: it is what someone was looking at.
 */
export const decidePinPaper: Decide<'pinPaper'> = (caseFile, command, _actor, facts) => {
  const { pinId, fileId, page, box, code, field, text = '', mentions = [] } = command
  if (pinOf(caseFile, pinId) !== undefined) return refuse({ why: 'nothing-changes' })
  const paper = caseFile.papers.find((one) => one.fileId === fileId)
  if (paper === undefined) return refuse({ why: 'unknown-paper' })
  if (code === undefined && text.trim() === '') return refuse({ why: 'pin-without-words' })
  if (code !== undefined && !REASON[code].services.includes(caseFile.service))
    return refuse({ why: 'reason-not-for-service' })
  // Proven false is no fault to mend: it ends a case, by a supervisor's word.
  if (code === 'FALSE_DATA') return refuse({ why: 'supervisor-only' })
  if (code === 'OTHER' && text.trim() === '') return refuse({ why: 'pin-without-words' })
  if (field !== undefined && strangeField(kindOfCase(caseFile), [field]) !== undefined)
    return refuse({ why: 'unknown-field', field })
  if (openPins(caseFile).length >= MOST_OPEN_PINS)
    return refuse({ why: 'too-many-pins', most: MOST_OPEN_PINS })
  if (caseFile.pins.length >= MOST_PINS) return refuse({ why: 'case-too-big' })
  const stranger = refusedMention(caseFile, mentions, facts)
  if (stranger !== undefined) return refuse(stranger)
  return accept({
    type: 'PaperPinned',
    pinId,
    number: caseFile.pins.length + 1,
    fileId,
    sha256: paper.sha256,
    ruleId: paper.ruleId,
    page,
    box,
    ...(code === undefined ? {} : { code }),
    ...(field === undefined ? {} : { field }),
    text,
    mentions,
  })
}
