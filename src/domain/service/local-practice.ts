/**
 * What the law leaves to the Dinas (LOCAL in the trade's notes), until it says otherwise. A change here is a change of
 * rules: raise the service's `version` with it.
 */
export const LOCAL_PRACTICE: {
  /** A statement on how a card was lost, beside the police report. */
  readonly lossStatementAsked: boolean
  /** Fine for a late birth. Not known yet; it never blocks a case. */
  readonly lateBirthFineRupiah: number
  /** Days that an SKPWNI holds; undefined: no expiry is shown. */
  readonly skpwniValidDays: number | undefined
} = { lossStatementAsked: false, lateBirthFineRupiah: 0, skpwniValidDays: undefined }
