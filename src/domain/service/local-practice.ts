/**
 * What the law leaves to the Dinas (LOCAL in the trade's notes), until it says otherwise. A change here is a change of
 * rules: raise the service's `version` with it. What is only shown is a setting (`local-values.ts`).
 */
export const LOCAL_PRACTICE: {
  /** A statement on how a card was lost, beside the police report. */
  readonly lossStatementAsked: boolean
} = { lossStatementAsked: false }
